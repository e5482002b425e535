using System.Text;
using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Messages;

namespace Simphonie.Cli.Tests.BadInput.Fhir;

/// <summary>Bad JSON at the door for callers that wait, where the whole body is read before anything is promised.</summary>
public sealed class When_bad_json_is_posted : DoorTest
{
    private const string Address = "/fhir/CoverageEligibilityRequest/$submit";

    public static IEnumerable<TestCaseData> Bodies()
    {
        yield return Of("a_property_that_stands_twice", $$"""{"resourceType":"CoverageEligibilityRequest","id":"{{Doors.Marked}}","id":"b"}""", "SIM2204");
        yield return Of("ten_thousand_levels_of_lists", new string('[', 10_000) + new string(']', 10_000), "SIM2203");
        yield return Of("ten_thousand_levels_of_objects", string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000), "SIM2203");
        yield return Of("an_exponent_of_a_million", Resource("1e999999"), "SIM2205");
        yield return Of("a_number_of_four_hundred_digits", Resource(new string('9', 400)), "SIM2205");
        yield return Of("half_a_surrogate", $$"""{"resourceType":"CoverageEligibilityRequest","id":"\ud800{{Doors.Marked}}"}""", "SIM2202");
        yield return new TestCaseData(Encoding.Latin1.GetBytes("{\"resourceType\":\"CoverageEligibilityRequest\",\"id\":\"\u00E9\u00E8\"}"), "SIM2202").SetArgDisplayNames("bytes_that_are_not_UTF8");
        yield return new TestCaseData(Encoding.Unicode.GetBytes(Resource("1")), "SIM22").SetArgDisplayNames("UTF16");
        yield return Of("an_unknown_resource", $$"""{"resourceType":"{{Doors.Marked}}"}""", "SIM2207");
        yield return Of("a_resource_of_another_type", """{"resourceType":"Patient"}""", "SIM3306");
        yield return Of("no_resource", "{}", "SIM2206");
        yield return Of("what_follows_the_end", Resource("1") + Doors.Marked, "SIM2201");
        yield return Of("what_breaks_off", Resource("1")[..^3], "SIM2201");
        yield return Of("a_comment", "/* */" + Resource("1"), "SIM2201");
        yield return Of("nothing", "", "SIM2201");
        var noise = new byte[50_000];
        new Random(13).NextBytes(noise);
        yield return new TestCaseData(noise, "SIM22").SetArgDisplayNames("binary_noise");

        static TestCaseData Of(string name, string text, string code) => new TestCaseData(Encoding.UTF8.GetBytes(text), code).SetArgDisplayNames(name);
        static string Resource(string number) => $$$"""{"resourceType":"CoverageEligibilityRequest","item":[{"quantity":{"value":{{{number}}} } }]}""";
    }

    [TestCaseSource(nameof(Bodies))]
    [CancelAfter(60_000)]
    public async Task Rejects(byte[] body, string code)
    {
        var reply = await Doors.PostAsync(Address, Doors.Fhir, body, CancellationToken.None);

        Assert.That(reply?.Status, Is.EqualTo(400), reply?.Body);
        Assert.That(reply!.Issues, Has.Some.StartsWith(code));
        Assert.That(reply.Issues, Is.Unique, "nothing is told twice");
        Assert.That(reply.Body, Does.Not.Contain(Doors.Marked));
        var kept = await LastAsync("gap-fhir", CancellationToken.None);
        Assert.That((kept.State, kept.Payload!.Length), Is.EqualTo((MessageState.Refused, body.Length)), "every byte is kept");
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_take_a_byte_order_mark(CancellationToken cancellationToken)
    {
        var reply = await Doors.PostAsync("/fhir/Patient", Doors.Fhir, [0xEF, 0xBB, 0xBF, .. """{"resourceType":"Patient"}"""u8], cancellationToken);

        Assert.That(reply?.Status, Is.EqualTo(201), reply?.Body);
    }

    [TestCase("/fhir/Patient", true)]
    [TestCase("/fhir/Patient", false)]
    [TestCase(Address, true)]
    [TestCase(Address, false)]
    [CancelAfter(120_000)]
    public async Task Rejects_a_hundred_megabytes(string address, bool announced)
    {
        using var wire = await HttpWire.ConnectAsync(Doors.HttpPort, CancellationToken.None);

        var reply = await Hundred.SendAsync(wire, address, Doors.Fhir, $$"""{"resourceType":"Patient","id":"{{Doors.Marked}}",""", announced);

        Assert.That(reply?.Status, Is.EqualTo(413));
        Assert.That(reply!.Issues, Does.Contain("SIM4002"));
        var kept = await LastAsync("gap-fhir", CancellationToken.None);
        Assert.That((kept.State, kept.Payload!.Length), Is.EqualTo((MessageState.Refused, 65536L)), "its head is kept");
        Assert.That(Hundred.MostMegabytes(Doors.Site.Hub.Id), Is.LessThan(400), "nothing of it is held in memory");
    }

    [TestCase("gzip")]
    [TestCase("identity, gzip")]
    [TestCase("x-anything")]
    [CancelAfter(60_000)]
    public async Task Rejects_a_coding(string coding)
    {
        var before = await CountAsync(CancellationToken.None);

        var reply = await Doors.PostAsync("/fhir/Patient", Doors.Fhir, [0x1F, 0x8B, 8, 0], CancellationToken.None, $"Content-Encoding: {coding}\r\n");

        Assert.That((reply?.Status, reply?.Issues), Is.EqualTo((415, new[] { "SIM3318" })));
        Assert.That(await CountAsync(CancellationToken.None), Is.EqualTo(before));
    }
}
