using System.Buffers;
using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.Fhir;

namespace Simphonie.Formats.Tests.Fhir.Writing;

public sealed class When_a_resource_is_built
{
    private static readonly FhirFormat _format = new();

    [Test]
    public void Should_write_elements_in_the_order_of_the_definition_and_lists_as_arrays()
    {
        Assert.That(Built("Patient", builder =>
        {
            builder.Set(builder.Child(0, "birthDate"), Value.OfDate("1997-02"));
            var name = builder.Append(0, "name");
            builder.Set(builder.Append(name, "given"), Value.Of("DOMINIQUE"));
            builder.Set(builder.Child(name, "family"), Value.Of("ADRTROIS"));
            builder.Set(builder.Child(0, "id"), Value.Of("p1"));
            builder.Set(builder.Child(builder.Child(builder.Append(0, "identifier"), "type"), "text"), Value.Of("é"));
        }), Is.EqualTo("""{"resourceType":"Patient","id":"p1","identifier":[{"type":{"text":"é"}}],"name":[{"family":"ADRTROIS","given":["DOMINIQUE"]}],"birthDate":"1997-02"}"""));
    }

    [Test]
    public void Should_put_resources_into_a_bundle_by_type_or_by_resourceType()
    {
        Assert.That(Built("Bundle", builder =>
        {
            builder.Set(builder.Child(0, "type"), Value.Of("collection"));
            builder.Set(builder.Child(builder.Append(builder.Append(0, "entry"), "resource", "Patient"), "id"), Value.Of("a"));
            var resource = builder.Child(builder.Append(0, "entry"), "resource");
            builder.Set(builder.Child(resource, "resourceType"), Value.Of("Basic"));
            builder.Set(builder.Child(resource, "id"), Value.Of("b"));
        }), Is.EqualTo("""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"a"}},{"resource":{"resourceType":"Basic","id":"b"}}]}"""));
    }

    [Test]
    public void Should_decide_a_choice_by_its_value_its_child_or_its_type()
    {
        Assert.That(Built("Parameters", builder =>
        {
            builder.Set(builder.Child(builder.Append(0, "parameter"), "value"), Value.Of(true));
            builder.Set(builder.Child(builder.Append(0, "parameter"), "value"), Value.OfDateTime("2026-01-02T03:04:05Z"));
            builder.Set(builder.Child(builder.Append(builder.Child(builder.Append(0, "parameter"), "value"), "coding"), "code"), Value.Of("c"));
            builder.Set(builder.Append(builder.Append(0, "parameter"), "value", "code"), Value.Of("d"));
            builder.Set(builder.Child(builder.Append(0, "parameter"), "valueId"), Value.Of("e"));
        }), Is.EqualTo("""{"resourceType":"Parameters","parameter":[{"valueBoolean":true},{"valueDateTime":"2026-01-02T03:04:05Z"},{"valueCodeableConcept":{"coding":[{"code":"c"}]}},{"valueCode":"d"},{"valueId":"e"}]}"""));
    }

    [Test]
    public void Should_write_decimals_to_the_digit_and_extensions_of_primitives_beside_them()
    {
        Assert.That(Built("Patient", builder =>
        {
            var name = builder.Append(0, "name");
            builder.Set(builder.Append(name, "given"), Value.Of("A"));
            var second = builder.Append(name, "given");
            var extension = builder.Append(second, "extension");
            builder.Set(builder.Child(extension, "url"), Value.Of("urn:x"));
            builder.Set(builder.Child(extension, "valueDecimal"), Value.OfDecimalText("1.10"));
        }), Is.EqualTo("""{"resourceType":"Patient","name":[{"given":["A",null],"_given":[null,{"extension":[{"url":"urn:x","valueDecimal":1.10}]}]}]}"""));
    }

    [Test]
    public void Should_leave_out_what_is_empty_or_cleared()
    {
        Assert.That(Built("Patient", builder =>
        {
            builder.Child(builder.Append(0, "name"), "family");
            var gender = builder.Child(0, "gender");
            builder.Set(gender, Value.Of("male"));
            builder.Clear(gender);
        }), Is.EqualTo("""{"resourceType":"Patient"}"""));
    }

    [Test]
    public void Should_fill_seconds_with_zeros_as_FHIR_allows()
    {
        Assert.That(
            Built("Encounter", builder => builder.Set(builder.Child(builder.Child(0, "period"), "start"), Value.OfDateTime("2026-01-02T03:04+01:00"))),
            Is.EqualTo("""{"resourceType":"Encounter","period":{"start":"2026-01-02T03:04:00+01:00"}}"""));
    }

    [TestCase("prenom", "x")]
    [TestCase("birthDate", "01/02/1997")]
    [TestCase("birthDate", "1997-02-30")]
    [TestCase("active", "yes")]
    [TestCase("name", "ADRTROIS")]
    public void Should_find_what_does_not_fit(string element, string value)
    {
        var builder = _format.CreateBuilder(FhirTestFiles.R4, "Patient");
        builder.Set(builder.Child(0, element), Value.Of(value));
        var findings = new DiagnosticBag();
        builder.Build(findings);

        Assert.That(findings.Select(finding => finding.Code), Is.EqualTo(new[] { FhirCodes.NotBuildable }));
    }

    [Test]
    public void Should_find_a_single_element_that_stands_twice()
    {
        var builder = _format.CreateBuilder(FhirTestFiles.R4, "Patient");
        builder.Set(builder.Append(0, "gender"), Value.Of("male"));
        builder.Set(builder.Append(0, "gender"), Value.Of("female"));
        var findings = new DiagnosticBag();
        builder.Build(findings);

        Assert.That(findings.Single().Place.Path, Is.EqualTo("Patient.gender"));
    }

    [Test]
    public void Should_tell_the_path_of_what_it_builds()
    {
        var builder = _format.CreateBuilder(FhirTestFiles.R4, "Bundle");
        builder.Append(0, "entry");
        var given = builder.Append(builder.Append(builder.Append(builder.Append(0, "entry"), "resource", "Patient"), "name"), "given");

        Assert.That(builder.PathOf(given), Is.EqualTo("Bundle.entry[1].resource.name[0].given[0]"));
    }

    private static string Built(string type, Action<IDocumentBuilder> build)
    {
        var builder = _format.CreateBuilder(FhirTestFiles.R4, type);
        build(builder);
        var findings = new DiagnosticBag();
        var document = builder.Build(findings);
        var bytes = new ArrayBufferWriter<byte>();
        _format.Write(document, bytes);
        Assert.That(findings.Concat(document.Findings), Is.Empty);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
