using System.Text;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.Tests.Fhir.Reading;

public sealed class When_a_resource_is_read
{
    private const string Bundle = """
        {"resourceType":"Bundle","type":"collection","entry":[
          {"resource":{"resourceType":"Organization","name":"CH Exemple"}},
          {"resource":{"resourceType":"Patient","active":true,
            "name":[{"family":"ADRTROIS","given":["DOMINIQUE",null,"\u00c9lo\u00efse"],"_given":[null,{"extension":[{"url":"urn:a","valueCode":"x"}]},null]}],
            "birthDate":"1997-02","_birthDate":{"id":"b"},"_gender":{"extension":[{"url":"urn:u","valueString":"?"}]},
            "multipleBirthInteger":2}}]}
        """;

    [Test]
    public void Should_give_paths_in_the_senders_terms()
    {
        var given = FhirRead.Of(Bundle).Nodes("entry", "resource", "name", "given");

        Assert.That(given.Select(node => node.Place.Path), Is.EqualTo(new[]
        {
            "Bundle.entry[1].resource.name[0].given[0]",
            "Bundle.entry[1].resource.name[0].given[1]",
            "Bundle.entry[1].resource.name[0].given[2]",
        }));
    }

    [Test]
    public void Should_point_at_the_byte_where_a_value_begins()
    {
        var place = FhirRead.Of(Bundle).One("entry", "resource", "birthDate").Place;

        Assert.That(Encoding.UTF8.GetBytes(Bundle).AsSpan((int)place.Offset, 9).SequenceEqual("\"1997-02\""u8));
    }

    [Test]
    public void Should_type_values_and_nodes_by_the_definitions()
    {
        var document = FhirRead.Of(Bundle);

        Assert.Multiple(() =>
        {
            Assert.That(document.Root.Type, Is.EqualTo("Bundle"));
            Assert.That(document.Nodes("entry")[0].Type, Is.EqualTo("Bundle.entry"));
            Assert.That(document.Nodes("entry", "resource").Select(node => node.Type), Is.EqualTo(new[] { "Organization", "Patient" }));
            Assert.That(document.One("entry", "resource", "birthDate").Value, Is.EqualTo(Value.OfDate("1997-02")));
            Assert.That(document.One("entry", "resource", "active").Value, Is.EqualTo(Value.Of(true)));
            Assert.That(document.One("type").Type, Is.EqualTo("code"));
        });
    }

    [TestCase("multipleBirth")]
    [TestCase("multipleBirthInteger")]
    public void Should_answer_a_choice_with_and_without_its_type(string name)
    {
        var node = FhirRead.Of(Bundle).One("entry", "resource", name);

        Assert.Multiple(() =>
        {
            Assert.That(node.Value, Is.EqualTo(Value.Of(2)));
            Assert.That(node.Type, Is.EqualTo("integer"));
        });
    }

    [Test]
    public void Should_not_answer_a_choice_by_the_name_of_another_type() =>
        Assert.That(FhirRead.Of(Bundle).Nodes("entry", "resource", "multipleBirthBoolean"), Is.Empty);

    [Test]
    public void Should_give_extensions_of_primitives_as_their_children()
    {
        var document = FhirRead.Of(Bundle);

        Assert.Multiple(() =>
        {
            Assert.That(document.One("entry", "resource", "birthDate", "id").Value.Text, Is.EqualTo("b"));
            Assert.That(document.One("entry", "resource", "name", "given", "extension", "value").Place.Path, Is.EqualTo("Bundle.entry[1].resource.name[0].given[1].extension[0].valueCode"));
            Assert.That(document.One("entry", "resource", "gender").Value.IsNone);
            Assert.That(document.One("entry", "resource", "gender").Type, Is.EqualTo("code"));
            Assert.That(document.One("entry", "resource", "gender", "extension", "value").Value.Text, Is.EqualTo("?"));
        });
    }

    [Test]
    public void Should_decode_escapes_and_lone_surrogates()
    {
        var document = FhirRead.Of("""{"resourceType":"Basic","id":"a","language":"\u00e9\"\\\n\ud83d\ude00 \ud83d"}""");

        Assert.That(document.One("language").Value.Text, Is.EqualTo("é\"\\\n😀 \uFFFD"));
    }

    [TestCase("1.10")]
    [TestCase("0.000000000000000000000000000001")]
    [TestCase("-12345678901234567890.5")]
    [TestCase("1E3")]
    public void Should_keep_decimals_to_the_digit(string number) =>
        Assert.That(FhirRead.Of($$$"""{"resourceType":"Observation","valueQuantity":{"value":{{{number}}}}}""").One("value", "value").Value, Is.EqualTo(Value.OfDecimalText(number)));

    [Test]
    public void Should_list_resourceType_by_name_only()
    {
        var document = FhirRead.Of("""{"resourceType":"Basic","id":"a"}""");
        var all = new List<Node>();
        document.AppendChildren(0, all);

        Assert.Multiple(() =>
        {
            Assert.That(all.Select(node => node.Name), Is.EqualTo(new[] { "id" }));
            Assert.That(document.One("resourceType").Value.Text, Is.EqualTo("Basic"));
        });
    }
}
