using System.Text;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;
using Simphonie.Formats.Fhir.Inspecting;

namespace Simphonie.Formats.Tests.Fhir.Inspecting;

public sealed class When_a_message_is_inspected
{
    [Test]
    public void Should_read_type_identity_time_and_keys_of_a_bundle()
    {
        var inspection = Inspect("""
            {"resourceType":"Bundle","id":"x","identifier":{"system":"urn:s","value":"b1"},"timestamp":"2026-01-02T03:04:05+01:00","entry":[
              {"resource":{"resourceType":"Patient","identifier":[{"system":"urn:oid:1.2.250.1.213.1.4.10","value":"279035121518989"},{"system":"urn:ipp","value":"7"}]}},
              {"resource":{"resourceType":"Coverage","subscriberId":"279035121518989"}}]}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(inspection.Readable);
            Assert.That(inspection.Type, Is.EqualTo("Bundle"));
            Assert.That(inspection.ControlId, Is.EqualTo("urn:s|b1"));
            Assert.That(inspection.DuplicateKey, Is.EqualTo("Bundle\u001Furn:s|b1"));
            Assert.That(inspection.SentAt, Is.EqualTo(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1))));
            Assert.That(inspection.Keys, Is.EqualTo(new[]
            {
                new BusinessKey("identifier", "urn:s|b1", false),
                new BusinessKey("ins", "279035121518989", true),
                new BusinessKey("ipp", "7^^^urn:ipp", false),
                new BusinessKey("nir", "279035121518989", true),
            }));
        });
    }

    [TestCase("PI", "urn:oid:1.2.3", "ipp", "42^^^1.2.3")]
    [TestCase("AN", "urn:simphonie:authority:CH%20X", "dossier", "42^^^CH X")]
    [TestCase("VN", "urn:oid:1.2.3", "venue", "42^^^1.2.3")]
    [TestCase("XX", "urn:oid:1.2.3", "identifier", "urn:oid:1.2.3|42")]
    public void Should_call_keys_as_HL7_v2_does(string type, string system, string name, string value) => Assert.That(
        Inspect($$"""{"resourceType":"Encounter","identifier":[{"type":{"coding":[{"code":"{{type}}"}]},"system":"{{system}}","value":"42"}]}""").Keys,
        Is.EqualTo(new[] { new BusinessKey(name, value, false) }));

    [Test]
    public void Should_have_the_same_keys_as_the_HL7_v2_message_of_the_same_patient()
    {
        var fhir = Inspect("""
            {"resourceType":"Bundle","id":"x","entry":[
              {"resource":{"resourceType":"Patient","identifier":[{"system":"urn:oid:1.2.250.1.99","value":"7"},{"system":"urn:oid:1.2.250.1.213.1.4.10","value":"2790351215189 89"}]}},
              {"resource":{"resourceType":"Coverage","subscriberId":"2790351215189"}}]}
            """).Keys;
        var hl7 = Simphonie.Formats.Hl7v2.Inspecting.Hl7Inspector.For(Hl7v2.Hl7Files.PamFr).Inspect(
            "MSH|^~\\&|GAP|CH|HUB|CH|20240306||ADT^A04^ADT_A01|1|T|2.5\rPID|||7^^^CH&1.2.250.1.99&ISO^PI~279035121518989^^^X&1.2.250.1.213.1.4.10&ISO^INS\rIN1|1||||||||||||||||||||||||||||||||||||||||||||||||2790351215189 89^^^^SS\r"u8).Keys;

        Assert.That(fhir, Is.EquivalentTo(hl7));
    }

    [TestCase("""{"resourceType":"Claim","identifier":[{"system":"urn:s","value":"c"}]}""", "Claim\u001Furn:s|c")]
    [TestCase("""{"resourceType":"Bundle","id":"b"}""", "Bundle\u001Fb")]
    [TestCase("""{"resourceType":"Claim","id":"c"}""", null)]
    [TestCase("""{"resourceType":"Patient","identifier":[{"value":"c"}]}""", null)]
    public void Should_know_only_messages_again(string json, string? key) => Assert.That(Inspect(json).DuplicateKey, Is.EqualTo(key));

    [TestCase("""{"resourceType":"Patient","meta":{"tag":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActReason","code":"HTEST"}]}}""", World.Test)]
    [TestCase("""{"resourceType":"Patient","meta":{"security":[{"code":"A"},{"system":"http://terminology.hl7.org/CodeSystem/v3-ActReason","code":"HTEST"}]}}""", World.Test)]
    [TestCase("""{"resourceType":"Patient","meta":{"tag":[{"system":"urn:other","code":"HTEST"}]}}""", null)]
    [TestCase("""{"resourceType":"Patient"}""", null)]
    public void Should_tell_the_world(string json, World? world) => Assert.That(Inspect(json).World, Is.EqualTo(world));

    [TestCase("")]
    [TestCase("MSH|^~\\&|")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"resourceType":7}""")]
    [TestCase("""{"resourceType":"Patient","name":[""")]
    public void Should_refuse_what_is_not_a_resource(string json)
    {
        var inspection = Inspect(json);

        Assert.Multiple(() =>
        {
            Assert.That(inspection.Readable, Is.False);
            Assert.That(inspection.Findings, Is.Not.Empty);
        });
    }

    [Test]
    public void Should_read_the_head_of_a_message_that_was_cut()
    {
        var head = Encoding.UTF8.GetBytes("""{"resourceType":"Bundle","id":"b","entry":[{"fullUrl":" """ + new string('é', Payload.InlineLimit)).AsSpan(0, Payload.InlineLimit);
        var inspection = new FhirInspector().Inspect(head);

        Assert.Multiple(() =>
        {
            Assert.That(inspection.Readable);
            Assert.That(inspection.ControlId, Is.EqualTo("b"));
            Assert.That(inspection.Findings, Is.Empty);
        });
    }

    private static Inspection Inspect(string json) => new FhirInspector().Inspect(Encoding.UTF8.GetBytes(json));
}
