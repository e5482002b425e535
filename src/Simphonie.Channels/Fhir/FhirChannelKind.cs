using Simphonie.Channels.Fhir.Door;
using Simphonie.Channels.Fhir.Endpoint;
using Simphonie.Channels.Tls;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Fhir;

namespace Simphonie.Channels.Fhir;

/// <summary><c>fhir</c>: the FHIR R4 door on the hub's HTTP listener, and FHIR servers that the hub sends to.</summary>
public sealed class FhirChannelKind : IChannelKind
{
    public string Name => "fhir";

    public string Description => "FHIR R4 over REST in JSON: create, $submit with a waiting caller, message Bundles, read of what was received. A Bundle is kept as one message: one of type transaction or batch, which asks for several interactions, is refused with 400 and SIM3307.";

    public IReadOnlyList<FieldDeclaration> InboundFields => FhirDoorSettings.Fields;

    public IReadOnlyList<FieldDeclaration> EndpointFields => FhirEndpointSettings.Fields;

    public EndpointShape ShapeOf(ChannelSettings settings) => new(FhirFormat.FormatName, Answers: true, FhirFormat.FormatName);

    public void Check(ChannelSettings settings, bool inbound, DiagnosticBag findings)
    {
        if (inbound)
        {
            FhirDoorSettings.Parse(settings, findings);
        }
        else
        {
            FhirEndpointSettings.Parse(settings, findings);
        }
    }

    public IInboundChannel CreateInbound(ChannelSettings settings, ChannelServices services)
    {
        var findings = new DiagnosticBag();
        return new FhirInbound(Parsed(FhirDoorSettings.Parse(settings, findings), findings), services);
    }

    public IEndpoint CreateEndpoint(ChannelSettings settings, ChannelServices services)
    {
        var findings = new DiagnosticBag();
        var parsed = Parsed(FhirEndpointSettings.Parse(settings, findings), findings);
        var material = parsed.Tls is null ? null : TlsMaterial.Load(parsed.Tls, services.Time, findings);
        if (parsed.Tls is not null && material is null)
        {
            throw new ChannelStartException(findings.First(finding => finding.Severity == Severity.Error));
        }

        return new FhirEndpoint(settings.Name, parsed, material, services.Time);
    }

    private static T Parsed<T>(T? settings, DiagnosticBag findings)
        where T : class =>
        settings ?? throw new ChannelStartException(findings[0]);
}
