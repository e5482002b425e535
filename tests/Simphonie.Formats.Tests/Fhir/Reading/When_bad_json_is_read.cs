using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Simphonie.Formats.Fhir;

namespace Simphonie.Formats.Tests.Fhir.Reading;

public sealed class When_bad_json_is_read
{
    [TestCase("", "SIM2201")]
    [TestCase("{", "SIM2201")]
    [TestCase("{\"resourceType\":\"Patient\"}x", "SIM2201")]
    [TestCase("[1,2", "SIM2201")]
    [TestCase("{\"resourceType\":\"Patient\",\"id\":NaN}", "SIM2201")]
    [TestCase("12", "SIM2206")]
    [TestCase("[]", "SIM2206")]
    [TestCase("{\"id\":\"a\"}", "SIM2206")]
    [TestCase("{\"resourceType\":\"Patiente\"}", "SIM2207")]
    [TestCase("{\"resourceType\":\"DomainResource\"}", "SIM2207")]
    [TestCase("{\"resourceType\":\"Patient\",\"id\":\"a\",\"id\":\"b\"}", "SIM2204")]
    [TestCase("{\"resourceType\":\"Patient\",\"id\":\"a\",\"\\u0069d\":\"b\"}", "SIM2204")]
    [TestCase("{\"resourceType\":\"Patient\",\"multipleBirthInteger\":1e400}", "SIM2205")]
    [TestCase("{\"resourceType\":\"Patient\",\"id\":\"a\\ud83d\"}", "SIM2202")]
    [TestCase("{\"resourceType\":\"Patient\",\"id\":\"\\ude00b\"}", "SIM2202")]
    [TestCase("{\"resourceType\":\"Patient\",\"id\":\"\\ud83d\\n\"}", "SIM2202")]
    [TestCase("{\"resourceType\":\"Patient\",\"\\ud83d\":\"b\"}", "SIM2202")]
    public void Should_find(string json, string code) => Assert.That(FhirRead.Codes(json), Does.Contain(code));

    [Test]
    public void Should_take_a_pair_of_surrogates_and_what_only_looks_like_an_escape() =>
        Assert.That(FhirRead.Codes("""{"resourceType":"Patient","name":[{"family":"\ud83d\ude00 \\ud83d"}]}"""), Is.Empty);

    [Test]
    public void Should_name_the_place_of_a_duplicate()
    {
        var finding = FhirRead.Of("""{"resourceType":"Patient","name":[{},{"family":"A","family":"B"}]}""").Findings.Single();

        Assert.Multiple(() =>
        {
            Assert.That(finding.Place.Path, Is.EqualTo("Patient.name[1].family"));
            Assert.That(finding.Place.Offset, Is.EqualTo(51));
        });
    }

    [Test]
    public void Should_stop_at_64_levels_and_keep_what_was_read()
    {
        var json = """{"resourceType":"Patient","id":"a","contact":""" + string.Concat(Enumerable.Repeat("[", 100_000));
        var document = FhirRead.Of(json);

        Assert.Multiple(() =>
        {
            Assert.That(document.Findings.Select(finding => finding.Code), Is.EqualTo(new[] { FhirCodes.TooDeep }));
            Assert.That(document.Root.Type, Is.EqualTo("Patient"));
            Assert.That(document.One("id").Value.Text, Is.EqualTo("a"));
        });
    }

    [Test]
    public void Should_accept_64_levels()
    {
        var json = """{"resourceType":"Parameters","parameter":""" + string.Concat(Enumerable.Repeat("[", 63)) + string.Concat(Enumerable.Repeat("]", 63)) + "}";

        Assert.That(FhirRead.Codes(json), Does.Not.Contain("SIM2203"));
    }

    [Test]
    public void Should_find_a_number_of_ten_thousand_digits_with_its_path()
    {
        var finding = FhirRead.Of($$$"""{"resourceType":"Observation","valueQuantity":{"value":{{{new string('9', 10_000)}}}}}""").Findings.Single();

        Assert.Multiple(() =>
        {
            Assert.That(finding.Code, Is.EqualTo(FhirCodes.NumberOutOfBounds));
            Assert.That(finding.Place.Path, Is.EqualTo("Observation.valueQuantity.value"));
        });
    }

    [Test]
    public void Should_find_bytes_that_are_not_utf8()
    {
        byte[] bytes = [.. """{"resourceType":"Patient","id":"""u8, (byte)'"', 0xE9, .. "\"}"u8];
        var document = new FhirFormat().Read(bytes, FhirTestFiles.R4);

        Assert.Multiple(() =>
        {
            Assert.That(document.Findings.Select(finding => finding.Code), Is.EqualTo(new[] { FhirCodes.NotUtf8 }));
            Assert.That(document.One("id").Value.Text, Is.EqualTo("\uFFFD"));
        });
    }

    [Test]
    public void Should_take_time_that_grows_with_the_size_only()
    {
        var names = string.Join(',', Enumerable.Range(0, 200_000).Select(number => $"\"_a{number}\":{{}}"));
        var watch = Stopwatch.StartNew();
        FhirRead.Of("{\"resourceType\":\"Patient\"," + names + "}");

        // A second is a hundred times what it takes; comparing each name with each would take hours.
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public void Should_never_throw_on_noise() => Prop.ForAll<byte[]>(bytes =>
    {
        var document = new FhirFormat().Read(bytes, FhirTestFiles.R4);
        _ = document.Root.Value;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_never_throw_on_a_truncated_resource()
    {
        var bytes = Encoding.UTF8.GetBytes("""{"resourceType":"Patient","_birthDate":{"id":"é\u00e9"},"name":[{"given":["a",null],"_given":[null,{"id":"b"}]}],"deceasedBoolean":true}""");
        for (var length = 0; length < bytes.Length; length++)
        {
            var document = new FhirFormat().Read(bytes.AsMemory(0, length), FhirTestFiles.R4);
            Walk(document.Root);
            Assert.That(document.Findings, Is.Not.Empty, $"cut at {length}");
        }
    }

    private static void Walk(Core.Documents.Node node)
    {
        _ = (node.Name, node.Type, node.State, node.Value, node.Place);
        var children = new List<Core.Documents.Node>();
        node.Document.AppendChildren(node.Handle, children);
        children.ForEach(Walk);
    }
}
