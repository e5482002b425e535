using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Fhir;

namespace Simphonie.Formats.Tests.Fhir.Validation;

public sealed class When_a_resource_is_validated
{
    [TestCase("""{"resourceType":"Patient","prenom":"x"}""", "SIM2208 Patient.prenom")]
    [TestCase("""{"resourceType":"Patient","contact":[{"name":{"familly":"x"}}]}""", "SIM2208 Patient.contact[0].name.familly")]
    [TestCase("""{"resourceType":"Patient","1 97 02":"x"}""", "SIM2208 Patient.(unnamed)")]
    [TestCase("""{"resourceType":"Patient","name":{"family":"x"}}""", "SIM2210 Patient.name")]
    [TestCase("""{"resourceType":"Patient","gender":["male"]}""", "SIM2210 Patient.gender")]
    [TestCase("""{"resourceType":"Patient","maritalStatus":"M"}""", "SIM2210 Patient.maritalStatus")]
    [TestCase("""{"resourceType":"Patient","gender":"m"}""", "SIM2214 Patient.gender")]
    [TestCase("""{"resourceType":"Patient","birthDate":"1997-02-30"}""", "SIM2213 Patient.birthDate")]
    [TestCase("""{"resourceType":"Patient","active":"true"}""", "SIM2213 Patient.active")]
    [TestCase("""{"resourceType":"Patient","multipleBirthInteger":2147483648}""", "SIM2213 Patient.multipleBirthInteger")]
    [TestCase("""{"resourceType":"Patient","multipleBirthInteger":1,"multipleBirthBoolean":true}""", "SIM2215 Patient.multipleBirthBoolean")]
    [TestCase("""{"resourceType":"Patient","name":[]}""", "SIM2209 Patient.name")]
    [TestCase("""{"resourceType":"Patient","name":[{}]}""", "SIM2209 Patient.name[0]")]
    [TestCase("""{"resourceType":"Patient","gender":null}""", "SIM2209 Patient.gender")]
    [TestCase("""{"resourceType":"Patient","name":[{"given":["A",null]}]}""", "SIM2209 Patient.name[0].given[1]")]
    [TestCase("""{"resourceType":"Patient","link":[{"type":"seealso"}]}""", "SIM2211 Patient.link[0]")]
    [TestCase("""{"resourceType":"Patient","_name":[{"id":"a"}]}""", "SIM2208 Patient.name")]
    [TestCase("""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Observation","status":"final"}}]}""", "SIM2211 Bundle.entry[0].resource")]
    [TestCase("""{"resourceType":"Patient","identifier":[{"system":"urn:oid:1.2.250.1.213.1.4.8","value":"2790351215189"}]}""", "SIM2221 Patient.identifier[0].value")]
    [TestCase("""{"resourceType":"Patient","identifier":[{"system":"urn:oid:1.2.250.1.213.1.4.10","value":"279035121518988"}]}""", "SIM2310 Patient.identifier[0].value")]
    [TestCase("""{"resourceType":"Patient","identifier":[{"type":{"coding":[{"system":"https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203","code":"INS-NIR"}]},"system":"urn:x","value":"279035121518989"}]}""", "SIM2220 Patient.identifier[0].system")]
    [TestCase("""{"resourceType":"Patient","identifier":[{"system":"urn:oid:1.2.250.1.213.1.4.8","value":"279035121518989"},{"system":"urn:oid:1.2.250.1.213.1.4.8","value":"109076322083489"}]}""", "SIM2222 Patient.identifier[1]")]
    [TestCase("""{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"a","name":"x"}],"managingOrganization":{"reference":"#b"}}""", "SIM2216 Patient,SIM2216 Patient.managingOrganization")]
    [TestCase("""{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:uuid:c757873d-ec9a-4326-a141-556f43239520","resource":{"resourceType":"Patient","managingOrganization":{"reference":"urn:uuid:c757873d-ec9a-4326-a141-556f43239521"}}}]}""", "SIM2218 Bundle.entry[0].resource.managingOrganization.reference")]
    [TestCase("""{"resourceType":"Patient","contact":[{"gender":"male"}]}""", "SIM2216 Patient.contact[0]")]
    public void Rejects(string json, string expected) => Assert.That(Findings(json), Is.EqualTo(expected.Split(',')));

    [TestCase("""{"resourceType":"Patient","name":[{"given":["A",null],"_given":[null,{"id":"b"}]}]}""")]
    [TestCase("""{"resourceType":"Patient","_gender":{"extension":[{"url":"urn:x","valueCode":"y"}]}}""")]
    [TestCase("""{"resourceType":"Patient","link":[{"_type":{"extension":[{"url":"urn:x","valueCode":"y"}]},"other":{"display":"x"}}]}""")]
    [TestCase("""{"resourceType":"Patient","identifier":[{"system":"urn:oid:1.2.250.1.213.1.4.10","value":"279035121518989"},{"system":"urn:oid:1.2.250.1.213.1.4.8","use":"old","value":"297022A02077878"}]}""")]
    [TestCase("""{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"a","name":"x"}],"managingOrganization":{"reference":"#a"}}""")]
    [TestCase("""{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:uuid:c757873d-ec9a-4326-a141-556f43239520","resource":{"resourceType":"Patient","generalPractitioner":[{"reference":"Practitioner/elsewhere"}],"link":[{"type":"seealso","other":{"reference":"urn:uuid:c757873d-ec9a-4326-a141-556f43239520"}}]}}]}""")]
    public void Accepts(string json) => Assert.That(Findings(json), Is.Empty);

    private static IEnumerable<string> Findings(string json)
    {
        var format = new FhirFormat();
        var document = format.Read(Encoding.UTF8.GetBytes(json), FhirTestFiles.R4);
        var findings = new DiagnosticBag();
        format.Validate(document, FhirTestFiles.R4, findings);
        return findings.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Code} {finding.Place.Path}");
    }
}
