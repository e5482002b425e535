using System.Text;
using Simphonie.Channels.Tests.Contracts;
using Simphonie.Channels.Tls;
using Simphonie.Contracts.Channels;
using Simphonie.Contracts.Endpoints;

namespace Simphonie.Channels.Tests.Soap;

/// <summary>A SOAP service of the hub.</summary>
public sealed class The_soap_service : InteractiveContract
{
    protected override Task<IInteractiveRig> CreateAsync(ScriptedInteractive interactive) => ServiceRig.StartAsync(interactive);
}

/// <summary>A SOAP service as an endpoint.</summary>
public abstract class The_soap_client : EndpointContract
{
    private TestAuthority? _authority;

    private protected abstract Wire Wire { get; }

    [OneTimeSetUp]
    public async Task MakeCertificates() => _authority = Wire == Wire.Plain ? null : await TestAuthority.MakeAsync();

    [OneTimeTearDown]
    public void RemoveCertificates() => _authority?.Dispose();

    protected override IEndpointRig Create()
    {
        var answer = HttpWire.Answer(200, "application/soap+xml", SoapParts.Envelope(SoapParts.Answer));
        var peer = new BreakingPeer(HttpWire.ReadAsync, _ => answer, _authority is null ? null : TlsOptions.Server(_authority.Server(clientRequired: true)));
        var url = new Uri($"{(_authority is null ? "http" : "https")}://127.0.0.1:{peer.Port}/lps");
        var tls = _authority is null ? null : TlsOptions.Client(_authority.Client(certificate: true), "127.0.0.1");
        return new PeerRig(peer, SoapParts.Endpoint(url, SoapParts.Profile(), tls: tls), Encoding.UTF8.GetBytes(SoapParts.Request));
    }
}

public sealed class The_soap_client_in_plain : The_soap_client
{
    private protected override Wire Wire => Wire.Plain;
}

public sealed class The_soap_client_over_mutual_TLS : The_soap_client
{
    private protected override Wire Wire => Wire.MutualTls;
}
