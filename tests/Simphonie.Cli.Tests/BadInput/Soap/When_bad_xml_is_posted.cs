using System.Text;
using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Messages;

namespace Simphonie.Cli.Tests.BadInput.Soap;

/// <summary>Attacks of the OWASP sheet on XML and plain accidents, against the SOAP door: a fault with code and place, and the call kept as refused.</summary>
public sealed class When_bad_xml_is_posted : DoorTest
{
    private static readonly string Laughs = string.Concat(Enumerable.Range(1, 9).Select(n => $"<!ENTITY l{n} \"{string.Concat(Enumerable.Repeat($"&l{n - 1};", 10))}\">"));

    public static IEnumerable<TestCaseData> Calls()
    {
        yield return Of("a_document_type", $"<!DOCTYPE a><a>{Doors.Marked}</a>", "SIM2402");
        yield return Of("the_billion_laughs", $"<!DOCTYPE a [<!ENTITY l0 \"{Doors.Marked}\">{Laughs}]>{Doors.Envelope("<Ask>&l9;</Ask>")}", "SIM2402");
        yield return Of("a_quadratic_entity", $"<!DOCTYPE a [<!ENTITY x \"{new string('x', 50_000)}\">]>{Doors.Envelope($"<Ask>{string.Concat(Enumerable.Repeat("&x;", 50_000))}</Ask>")}", "SIM2402");
        yield return Of("an_external_entity", $"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{Doors.Envelope("<Ask>&x;</Ask>")}", "SIM2402");
        yield return Of("an_external_subset", $"<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/{Doors.Marked}.dtd\">{Doors.Envelope("<Ask/>")}", "SIM2402");
        yield return Of("an_entity_that_nobody_declared", Doors.Envelope($"<Ask>&{Doors.Marked};</Ask>"), "SIM2406, /Envelope/Body/Ask");
        yield return Of("ten_thousand_levels", Doors.Envelope(string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000))), "SIM2403");
        yield return Of("an_attribute_too_many", Doors.Envelope($"<Ask {string.Concat(Enumerable.Range(0, 1000).Select(n => $"a{n}=\"\" "))}/>"), "SIM2404");
        yield return Of("a_huge_name", Doors.Envelope($"<{new string('n', 1_000_000)}/>"), "SIM2404, /Envelope/Body");
        yield return Of("a_call_that_breaks_off", Doors.Envelope($"<Ask>{Doors.Marked}</Ask>")[..^30], "SIM2409");
        yield return Of("two_elements_in_the_body", Doors.Envelope("<Ask/><Ask/>"), "SIM3230, /");
        yield return Of("a_body_without_element", Doors.Envelope(Doors.Marked), "SIM3230, /Envelope/Body");
        yield return Of("an_unknown_encoding", "<?xml version=\"1.0\" encoding=\"EBCDIC-CP-FR\"?>" + Doors.Envelope("<Ask/>"), "SIM2405");
        yield return new TestCaseData(Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + Doors.Envelope("<Ask>\u00E9t\u00E9</Ask>")), "SIM2405").SetArgDisplayNames("bytes_of_another_charset_than_declared");
        var noise = new byte[50_000];
        new Random(11).NextBytes(noise);
        yield return new TestCaseData(noise, "SIM24").SetArgDisplayNames("binary_noise");
        yield return Of("nothing", "", "SIM24");

        static TestCaseData Of(string name, string text, string told) => new TestCaseData(Encoding.UTF8.GetBytes(text), told).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Calls))]
    [CancelAfter(60_000)]
    public async Task Rejects(byte[] call, string told)
    {
        var reply = await Doors.PostAsync("/soap", Doors.Soap12, call, CancellationToken.None);

        Assert.That(reply?.Status, Is.EqualTo(400));
        Assert.That(reply!.Body, Does.Contain("soap:Sender").And.Contain("code=\"hub_400\"").And.Contain($"({told}"));
        Assert.That(reply.Body, Does.Not.Contain(Doors.Marked).And.Not.Contain("root:"));
        var kept = await LastAsync("gap-soap", CancellationToken.None);
        Assert.That((kept.State, kept.Payload!.Length), Is.EqualTo((MessageState.Refused, call.Length)), "every byte is kept");
        Assert.That(kept.Findings[0].Code.Id, Does.StartWith(told[..Math.Min(7, told.Length)]));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_take_a_huge_attribute_and_a_huge_text(CancellationToken cancellationToken)
    {
        var call = Doors.Envelope($"<Ask a=\"{new string('a', 500_000)}\">{new string('b', 500_000)}</Ask>");

        Assert.That((await Doors.PostAsync("/soap", Doors.Soap12, call, cancellationToken))?.Status, Is.EqualTo(200));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_take_a_charset_that_is_declared_truly(CancellationToken cancellationToken)
    {
        var call = Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + Doors.Envelope("<Ask>\u00E9t\u00E9</Ask>"));

        var reply = await Doors.PostAsync("/soap", Doors.Soap12, call, cancellationToken);

        Assert.That((reply?.Status, reply?.Body.Contains("<what>\u00E9t\u00E9</what>", StringComparison.Ordinal)), Is.EqualTo((200, true)));
    }

    [TestCase(true, TestName = "Should_refuse_a_hundred_megabytes_that_were_announced")]
    [TestCase(false, TestName = "Should_refuse_a_hundred_megabytes_in_chunks")]
    [CancelAfter(120_000)]
    public async Task Megabytes(bool announced)
    {
        using var wire = await HttpWire.ConnectAsync(Doors.HttpPort, CancellationToken.None);

        var reply = await Hundred.SendAsync(wire, "/soap", Doors.Soap12, Doors.Envelope($"<Ask>{Doors.Marked}")[..^20], announced);

        Assert.That(reply?.Status, Is.EqualTo(413));
        Assert.That(reply!.Body, Does.Contain("code=\"hub_413\""));
        var kept = await LastAsync("gap-soap", CancellationToken.None);
        Assert.That((kept.State, kept.Payload!.Length), Is.EqualTo((MessageState.Refused, 65536L)), "its head is kept");
        Assert.That(kept.Findings.Select(finding => finding.Code.Id), Does.Contain("SIM4002"));
        Assert.That(Hundred.MostMegabytes(Doors.Site.Hub.Id), Is.LessThan(400), "nothing of it is held in memory");
    }
}
