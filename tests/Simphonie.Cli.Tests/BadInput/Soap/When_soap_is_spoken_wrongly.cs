using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Messages;

namespace Simphonie.Cli.Tests.BadInput.Soap;

/// <summary>Good XML that is not the SOAP of the service.</summary>
public sealed class When_soap_is_spoken_wrongly : DoorTest
{
    [TestCase("text/plain", "")]
    [TestCase("application/fhir+json", "")]
    [TestCase("multipart/related; type=\"application/xop+xml\"; boundary=b", "")]
    [TestCase("text/xml; charset=ebcdic", "")]
    [TestCase(Doors.Soap12, "Content-Encoding: gzip\r\n")]
    [CancelAfter(60_000)]
    public async Task Rejects_a_medium(string type, string headers)
    {
        var before = await CountAsync(CancellationToken.None);

        var reply = await Doors.PostAsync("/soap", type, Doors.Envelope("<Ask/>"), CancellationToken.None, headers);

        Assert.That(reply?.Status, Is.EqualTo(415));
        Assert.That(reply!.Headers["Accept-Encoding"], Is.EqualTo(new[] { "identity" }));
        Assert.That(await CountAsync(CancellationToken.None), Is.EqualTo(before));
    }

    [TestCase(Doors.Soap11, "SOAPAction: \"urn:door:ask\"\r\n", true)]
    [TestCase(Doors.Soap11, "SOAPAction: \"\"\r\n", true)]
    [TestCase(Doors.Soap11, "", true)]
    [TestCase(Doors.Soap12 + "; action=\"urn:door:ask\"", "", false)]
    [CancelAfter(60_000)]
    public async Task Accepts_an_action(string type, string headers, bool old)
    {
        var reply = await Doors.PostAsync("/soap", type, Doors.Envelope("<Ask/>", old: old), CancellationToken.None, headers);

        Assert.That(reply?.Status, Is.EqualTo(200), reply?.Body);
    }

    [TestCase(Doors.Soap11, "SOAPAction: \"urn:door:other\"\r\n", true, 500)]
    [TestCase(Doors.Soap12 + "; action=\"urn:door:other\"", "", false, 400)]
    [CancelAfter(60_000)]
    public async Task Rejects_another_action(string type, string headers, bool old, int status)
    {
        var reply = await Doors.PostAsync("/soap", type, Doors.Envelope("<Ask/>", old: old), CancellationToken.None, headers);

        Assert.That(reply?.Status, Is.EqualTo(status));
        Assert.That(reply!.Body, Does.Contain("code=\"hub_402\""));
        Assert.That((await LastAsync("gap-soap", CancellationToken.None)).State, Is.EqualTo(MessageState.Refused));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_tell_a_version_that_it_does_not_know(CancellationToken cancellationToken)
    {
        var reply = await Doors.PostAsync("/soap", Doors.Soap12, "<e:Envelope xmlns:e=\"http://www.w3.org/2099/soap\"><e:Body><Ask/></e:Body></e:Envelope>", cancellationToken);

        Assert.That((reply?.Status, reply?.Body.Contains("soap:VersionMismatch", StringComparison.Ordinal)), Is.EqualTo((500, true)));
        Assert.That((await LastAsync("gap-soap", cancellationToken)).State, Is.EqualTo(MessageState.Refused));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_answer_in_the_version_of_the_envelope_whatever_the_type_says(CancellationToken cancellationToken)
    {
        var reply = await Doors.PostAsync("/soap", Doors.Soap12, Doors.Envelope("<Ask/>", old: true), cancellationToken);

        Assert.That((reply?.Status, reply?.Headers["Content-Type"].Single()), Is.EqualTo((200, "text/xml; charset=utf-8")));
    }

    [TestCase("mustUnderstand=\"1\"", 500)]
    [TestCase("mustUnderstand=\"true\"", 500)]
    [TestCase("mustUnderstand=\"0\"", 200)]
    [CancelAfter(60_000)]
    public async Task Weighs_a_header_that_it_does_not_know(string attribute, int status)
    {
        var reply = await Doors.PostAsync("/soap", Doors.Soap12, Doors.Envelope("<Ask/>", $"<x:y xmlns:x=\"urn:{Doors.Marked}\" e:{attribute}/>"), CancellationToken.None);

        Assert.That((reply?.Status, reply?.Body.Contains("soap:MustUnderstand", StringComparison.Ordinal)), Is.EqualTo((status, status == 500)));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_refuse_a_message_id_that_is_none(CancellationToken cancellationToken)
    {
        var id = $"<w:MessageID xmlns:w=\"http://www.w3.org/2005/08/addressing\">{new string('i', 100_000)}</w:MessageID>";

        var reply = await Doors.PostAsync("/soap", Doors.Soap12, Doors.Envelope("<Ask/>", id), cancellationToken);

        Assert.That(reply?.Status, Is.EqualTo(400));
        Assert.That(reply!.Body, Does.Contain("code=\"hub_402\""));
        Assert.That((await LastAsync("gap-soap", cancellationToken)).ControlId, Is.Null);
    }
}
