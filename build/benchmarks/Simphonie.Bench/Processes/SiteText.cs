using Simphonie.Simulators.Authority;

namespace Simphonie.Bench.Processes;

/// <summary>Writes the <c>hub.yaml</c> of a measurement: the shipped routes of rights and identities, and limits that let the processors be the limit.</summary>
internal static class SiteText
{
    public static string Of(BenchSite site, string home, bool cdri, bool signed)
    {
        var endpoints = cdri ? Endpoints(site, new(site.Authority), signed) : "";
        var door = cdri ? "  gap-fhir:\n    fhir: {path: /fhir}\n" : "";
        var from = cdri ? $"[{home}/routes/cdri, {home}/routes/identity, {home}/mappings/cdri, {home}/schemas]" : $"[{home}/schemas]";
        return $$"""
            hub: BENCH
            establishment: {finess: "750000010", name: CH Exemple}
            world: test
            lanes: 128
            definitions: {mode: development, from: {{from}}}
            http: {listen: "127.0.0.1:{{site.HttpPort}}"}
            inbound:
              gap-adt:
                mllp: {listen: "127.0.0.1:{{site.MllpPort}}"}
                format: hl7v2/pam-fr@2.11
            {{door}}{{endpoints}}
            """;
    }

    private static string Endpoints(BenchSite site, DemoCertificates certificates, bool signed)
    {
        var assertion = signed
            ? $", assertion: {{certificate: \"{certificates.Professional}\", password: \"{certificates.ProfessionalPassword}\", qualifier: CPS}}"
            : "";
        return $$"""
            endpoints:
              cdri:
                soap: {url: "https://127.0.0.1:{{site.CdriPort}}/cdri", profile: soap/cdri-hub@1{{assertion}}}
                tls: {certificate: "{{certificates.Etablissement}}", password: "{{certificates.EtablissementPassword}}", authorities: "{{certificates.Authority}}"}
                limits: {in_flight: 64}
                repeat: safe
              gap-return:
                mllp: {connect: "127.0.0.1:{{site.ReturnPort}}"}
                format: hl7v2/pam-fr@2.11
                limits: {in_flight: 64}
                repeat: safe
            """;
    }
}
