using System.Globalization;
using System.Text;

namespace Simphonie.Cli.Tests.Crash;

/// <summary>Invoices as a GAP posts them: one act, 30.00 EUR of which the compulsory insurance pays 21.00 and the complementary one 9.00.</summary>
internal static class InvoiceText
{
    public const long AmoCents = 2100;
    public const long AmcCents = 900;

    /// <summary>Caisses that the invoices go to in turn.</summary>
    public static readonly string[] Caisses = ["101", "102", "103"];

    private const string Insured = "279035121518989";

    private static readonly string s_day = TimeProvider.System.GetUtcNow().AddDays(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Nine digits, as records of B2 have them.</summary>
    public static string Number(int invoice) => invoice.ToString("000000000", CultureInfo.InvariantCulture);

    public static byte[] Of(int invoice) => Encoding.UTF8.GetBytes($$$"""
        {"resourceType":"Bundle","type":"collection","identifier":{"system":"urn:oid:1.2.250.1.999.1","value":"{{{Number(invoice)}}}"},"entry":[
        {"fullUrl":"https://gap.example/fhir/Claim/1","resource":{"resourceType":"Claim","id":"1","extension":[{"url":"urn:simphonie-hub:fhir:exoneration","valueString":"0"}],
        "identifier":[{"system":"urn:simphonie-hub:fhir:invoice-number","value":"{{{Number(invoice)}}}000100"}],"status":"active","type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/claim-type","code":"institutional"}]},
        "subType":{"coding":[{"system":"urn:simphonie-hub:fhir:billing-kind","code":"ace-mco"}]},"use":"claim","patient":{"reference":"Patient/1"},
        "billablePeriod":{"start":"{{{s_day}}}","end":"{{{s_day}}}"},"created":"{{{s_day}}}","provider":{"identifier":{"system":"https://finess.esante.gouv.fr","value":"750000010"}},
        "priority":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/processpriority","code":"normal"}]},
        "payee":{"type":{"coding":[{"system":"urn:simphonie-hub:fhir:settlement","code":"15"}]}},
        "careTeam":[{"sequence":1,"provider":{"identifier":{"system":"urn:simphonie-hub:fhir:numero-am","value":"100000009"}},"role":{"coding":[{"system":"urn:simphonie-hub:fhir:care-role","code":"executor"}]}}],
        "insurance":[{"sequence":1,"focal":true,"coverage":{"reference":"Coverage/amo"}},{"sequence":2,"focal":false,"coverage":{"reference":"Coverage/amc"}}],
        "item":[{"extension":[{"url":"urn:simphonie-hub:fhir:amo-base","valueMoney":{"value":30.00,"currency":"EUR"} },{"url":"urn:simphonie-hub:fhir:amo-rate","valueInteger":70},
        {"url":"urn:simphonie-hub:fhir:amo-amount","valueMoney":{"value":21.00,"currency":"EUR"} },{"url":"urn:simphonie-hub:fhir:amc-amount","valueMoney":{"value":9.00,"currency":"EUR"} },
        {"url":"urn:simphonie-hub:fhir:treatment-mode","valueString":"07"}],"sequence":1,"revenue":{"coding":[{"system":"urn:simphonie-hub:fhir:discipline","code":"110"}]},
        "category":{"coding":[{"system":"urn:simphonie-hub:fhir:line-kind","code":"fee"}]},"productOrService":{"coding":[{"system":"urn:simphonie-hub:fhir:act","code":"CS"}]},"servicedDate":"{{{s_day}}}",
        "quantity":{"value":1},"unitPrice":{"value":30.00,"currency":"EUR"},"net":{"value":30.00,"currency":"EUR"} }],"total":{"value":30.00,"currency":"EUR"} } },
        {"fullUrl":"https://gap.example/fhir/Patient/1","resource":{"resourceType":"Patient","id":"1","name":[{"use":"official","family":"PAT-TROIS","given":["DOMINIQUE"]}],"gender":"female","birthDate":"1979-03-28"} },
        {"fullUrl":"https://gap.example/fhir/Coverage/amo","resource":{"resourceType":"Coverage","id":"amo","status":"active","type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"PUBLICPOL"}]},
        "subscriberId":"{{{Insured}}}","beneficiary":{"reference":"Patient/1"},"dependent":"001","payor":[{"identifier":{"value":"01{{{Caisses[invoice % Caisses.Length]}}}0000"} }],
        "class":[{"type":{"coding":[{"system":"urn:simphonie-hub:fhir:coverage-class","code":"nature-assurance"}]},"value":"10"},{"type":{"coding":[{"system":"urn:simphonie-hub:fhir:coverage-class","code":"justificatif-droits"}]},"value":"1"}]} },
        {"fullUrl":"https://gap.example/fhir/Coverage/amc","resource":{"resourceType":"Coverage","id":"amc","status":"active","type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"EHCPOL"}]},
        "beneficiary":{"reference":"Patient/1"},"payor":[{"identifier":{"value":"0099999999"} }]} }]}
        """);

    /// <summary>What says that the rights of the insured are open.</summary>
    public static byte[] Rights { get; } = Encoding.UTF8.GetBytes($$$"""
        {"resourceType":"Bundle","type":"collection","identifier":{"system":"urn:oid:1.2.250.1.999.2","value":"1"},"entry":[
        {"resource":{"resourceType":"Patient","birthDate":"1979-03-28"} },
        {"resource":{"resourceType":"Coverage","status":"active","subscriberId":"{{{Insured}}}","beneficiary":{"display":"DOMINIQUE"},"payor":[{"display":"CPAM"}]} }]}
        """);
}
