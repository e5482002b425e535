using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Simphonie.Channels.Soap.Assertions;
using Simphonie.Channels.Soap.Client;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Channels.Soap.Service;
using Simphonie.Channels.Tls;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;

namespace Simphonie.Channels.Soap;

/// <summary>The kind <c>soap</c>: a service that the hub offers on its HTTP listener, and services that it calls.</summary>
public sealed class SoapChannelKind : IChannelKind
{
    public string Name => "soap";

    public string Description => "SOAP 1.1 and 1.2 over HTTP, with contexts, authentication and faults by profile.";

    public IReadOnlyList<FieldDeclaration> InboundFields => SoapInboundSettings.Fields;

    public IReadOnlyList<FieldDeclaration> EndpointFields => SoapEndpointFields.All;

    public EndpointShape ShapeOf(ChannelSettings settings) => new("xml", Answers: true, "xml");

    public void Check(ChannelSettings settings, bool inbound, DiagnosticBag findings)
    {
        if (inbound)
        {
            SoapInboundSettings.Parse(settings, findings);
        }
        else
        {
            SoapEndpointSettings.Parse(settings, findings);
        }
    }

    public IInboundChannel CreateInbound(ChannelSettings settings, ChannelServices services)
    {
        var findings = new DiagnosticBag();
        var parsed = Parsed(SoapInboundSettings.Parse(settings, findings), findings);
        var profile = ProfileOf(parsed.Profile, settings, services);
        var authorities = parsed.Authorities is null ? null : Material(TlsSettings.Of(null, authorities: parsed.Authorities), services);
        var options = new SoapServiceOptions
        {
            MaxBytes = parsed.MaxBytes,
            Authorities = authorities?.Authorities ?? [],
            Log = services.Logs.CreateLogger<SoapService>(),
            Time = services.Time,
        };
        var service = new SoapService(profile, new IntakeHandler(settings.Name, services, parsed.Wait), options);
        return new SoapInboundChannel(settings.Name, parsed.Path, service);
    }

    public IEndpoint CreateEndpoint(ChannelSettings settings, ChannelServices services)
    {
        var findings = new DiagnosticBag();
        var parsed = Parsed(SoapEndpointSettings.Parse(settings, findings), findings);
        return CreateEndpoint(settings.Name, parsed, ProfileOf(parsed.Profile, settings, services), services);
    }

    private static SoapEndpoint CreateEndpoint(string name, SoapEndpointSettings parsed, SoapProfile profile, ChannelServices services)
    {
        var material = parsed.Tls is null ? null : Material(parsed.Tls, services);
        var software = parsed.Software with { Emetteur = parsed.Software.Emetteur ?? OrganisationOf(material?.Certificate) };
        var capabilities = new EndpointCapabilities(parsed.RepeatSafe, parsed.InFlight, Answers: true, "xml", "xml");
        var call = new SoapCall(parsed, material is null ? null : TlsOptions.Client(material, parsed.Url.IdnHost), services.Time, material);
        return new SoapEndpoint(name, capabilities, profile, new EnvelopeFreezer(profile, software), Assertions(name, parsed, profile, services), call);
    }

    private static IAssertionSource? Assertions(string name, SoapEndpointSettings parsed, SoapProfile profile, ChannelServices services)
    {
        if (profile.Authentication < SoapAuthentication.Ps)
        {
            return null;
        }

        if (parsed.Assertion is { } path)
        {
            return new ReadyAssertionSource(path, profile.Assertion, services.Time);
        }

        if (parsed.Signing is null)
        {
            throw new ChannelStartException(Diagnostic.Of(SoapCodes.Setting, parsed.Own.Place, "The profile asks for an assertion: give 'assertion' or 'assertion_file'."));
        }

        var material = Material(parsed.Signing, services);
        var request = AssertionSettings.Read((Setting.Map)parsed.Own["assertion"]!, profile.Authentication, material.Certificate!);
        return new SignedAssertionSource(request, profile.Assertion, material, services.Time, $"{services.Establishment}/{name}");
    }

    private static T Parsed<T>(T? settings, DiagnosticBag findings)
        where T : class => settings ?? throw new ChannelStartException(findings[0]);

    private static SoapProfile ProfileOf(string reference, ChannelSettings settings, ChannelServices services)
    {
        var today = DateOnly.FromDateTime(services.Time.GetUtcNow().UtcDateTime);
        return services.Schemas.TryResolve(reference, today, out ISchema? found) && found is SoapProfile profile
            ? profile
            : throw new ChannelStartException(Diagnostic.Of(SoapCodes.UnknownProfile, settings.Own.PlaceOf("profile"), "The profile is not among the schemas that are loaded."));
    }

    private static TlsMaterial Material(TlsSettings settings, ChannelServices services)
    {
        var findings = new DiagnosticBag();
        var material = TlsMaterial.Load(settings, services.Time, findings);
        var log = services.Logs.CreateLogger<SoapChannelKind>();
        foreach (var finding in findings)
        {
            SoapLog.Certificate(log, finding.ToString());
        }

        return material ?? throw new ChannelStartException(findings[0]);
    }

    /// <summary>OU of a software certificate: 1 and the FINESS of the structure.</summary>
    private static string? OrganisationOf(X509Certificate2? certificate)
    {
        foreach (var part in certificate?.SubjectName.EnumerateRelativeDistinguishedNames() ?? [])
        {
            if (!part.HasMultipleElements && part.GetSingleElementType().Value == "2.5.4.11")
            {
                return part.GetSingleElementValue();
            }
        }

        return null;
    }
}
