using System.Text;
using Simphonie.Channels.Fhir.Endpoint;
using Simphonie.Channels.Tests.Contracts;
using Simphonie.Channels.Tls;
using Simphonie.Contracts.Channels;
using Simphonie.Contracts.Endpoints;
using Simphonie.Core.Channels;

namespace Simphonie.Channels.Tests.Fhir;

/// <summary>The FHIR door on a listener of its own.</summary>
public sealed class The_fhir_door : InboundContract
{
    protected override IInboundRig Create(IIntake intake) => new FhirDoorRig(intake);
}

/// <summary>The operation <c>$submit</c> of the FHIR door.</summary>
public sealed class The_fhir_operation_that_waits : InteractiveContract
{
    protected override Task<IInteractiveRig> CreateAsync(ScriptedInteractive interactive) => SubmitRig.StartAsync(interactive);
}

/// <summary>A FHIR server as an endpoint.</summary>
public abstract class The_fhir_endpoint : EndpointContract
{
    private TestAuthority? _authority;

    private protected abstract Wire Wire { get; }

    [OneTimeSetUp]
    public async Task MakeCertificates() => _authority = Wire == Wire.Plain ? null : await TestAuthority.MakeAsync();

    [OneTimeTearDown]
    public void RemoveCertificates() => _authority?.Dispose();

    protected override IEndpointRig Create()
    {
        var answer = HttpWire.Answer(201, "application/fhir+json", """{"resourceType":"OperationOutcome"}""");
        var peer = new BreakingPeer(HttpWire.ReadAsync, _ => answer, _authority is null ? null : TlsOptions.Server(_authority.Server(clientRequired: true)));
        var settings = new FhirEndpointSettings { Base = new Uri($"{(_authority is null ? "http" : "https")}://127.0.0.1:{peer.Port}/r4/") };
        return new PeerRig(peer, new FhirEndpoint("dpi", settings, _authority?.Client(certificate: true), TimeProvider.System), Encoding.UTF8.GetBytes(HttpExchange.Patient));
    }
}

public sealed class The_fhir_endpoint_in_plain : The_fhir_endpoint
{
    private protected override Wire Wire => Wire.Plain;
}

public sealed class The_fhir_endpoint_over_mutual_TLS : The_fhir_endpoint
{
    private protected override Wire Wire => Wire.MutualTls;
}
