using System.Text;
using Simphonie.Channels.Mllp;
using Simphonie.Channels.Tests.Contracts;
using Simphonie.Channels.Tls;
using Simphonie.Contracts.Channels;
using Simphonie.Contracts.Endpoints;
using Simphonie.Core.Channels;

namespace Simphonie.Channels.Tests.Mllp;

/// <summary>MLLP as an inbound channel.</summary>
public abstract class The_mllp_listener : InboundContract
{
    private TestAuthority? _authority;

    private protected abstract Wire Wire { get; }

    [OneTimeSetUp]
    public async Task MakeCertificates() => _authority = Wire == Wire.Plain ? null : await TestAuthority.MakeAsync();

    [OneTimeTearDown]
    public void RemoveCertificates() => _authority?.Dispose();

    protected override IInboundRig Create(IIntake intake) => new MllpSenderRig(intake, Wire, _authority);
}

public sealed class The_mllp_listener_in_plain : The_mllp_listener
{
    private protected override Wire Wire => Wire.Plain;
}

public sealed class The_mllp_listener_over_TLS : The_mllp_listener
{
    private protected override Wire Wire => Wire.Tls;
}

public sealed class The_mllp_listener_over_mutual_TLS : The_mllp_listener
{
    private protected override Wire Wire => Wire.MutualTls;
}

/// <summary>MLLP as an endpoint.</summary>
public abstract class The_mllp_endpoint : EndpointContract
{
    private const string ControlId = "M1";

    private TestAuthority? _authority;

    private protected abstract Wire Wire { get; }

    [OneTimeSetUp]
    public async Task MakeCertificates() => _authority = Wire == Wire.Plain ? null : await TestAuthority.MakeAsync();

    [OneTimeTearDown]
    public void RemoveCertificates() => _authority?.Dispose();

    protected override IEndpointRig Create()
    {
        var peer = new BreakingPeer(MllpWire.ReadAsync, _ => ScriptedPeer.Acknowledge("AA", ControlId), _authority is null ? null : TlsOptions.Server(_authority.Server(clientRequired: Wire == Wire.MutualTls)));
        var settings = new MllpEndpointSettings
        {
            Name = "gap-return",
            Host = "127.0.0.1",
            Port = peer.Port,
            Tls = _authority is null ? null : TlsOptions.Client(_authority.Client(certificate: Wire == Wire.MutualTls), "127.0.0.1"),
        };
        return new PeerRig(peer, new MllpEndpoint(settings, TimeProvider.System), Encoding.Latin1.GetBytes(MllpSite.Message(ControlId)));
    }
}

public sealed class The_mllp_endpoint_in_plain : The_mllp_endpoint
{
    private protected override Wire Wire => Wire.Plain;
}

public sealed class The_mllp_endpoint_over_TLS : The_mllp_endpoint
{
    private protected override Wire Wire => Wire.Tls;
}

public sealed class The_mllp_endpoint_over_mutual_TLS : The_mllp_endpoint
{
    private protected override Wire Wire => Wire.MutualTls;
}
