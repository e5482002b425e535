using Simphonie.Cli.Tests.Running;

namespace Simphonie.Cli.Tests.BadInput.Http;

/// <summary>Requests that are broken below FHIR and SOAP.</summary>
public sealed class When_http_is_spoken_wrongly : DoorTest
{
    private const string Head = "Host: hub\r\nContent-Type: application/fhir+json\r\n";

    [TestCase("Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n", TestName = "Rejects_a_chunk_without_a_size")]
    [TestCase("Transfer-Encoding: chunked\r\n\r\n1\r\n{}xx\r\n0\r\n\r\n", TestName = "Rejects_a_chunk_that_is_longer_than_its_size")]
    [TestCase("Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n", TestName = "Rejects_a_chunk_of_impossible_size")]
    [CancelAfter(60_000)]
    public async Task Chunks(string rest)
    {
        var before = await CountAsync(CancellationToken.None);
        using var wire = await HttpWire.ConnectAsync(Doors.HttpPort, CancellationToken.None);

        await wire.WriteAsync($"POST /fhir/Patient HTTP/1.1\r\n{Head}{rest}", CancellationToken.None);
        var reply = await wire.ReadAsync(CancellationToken.None);

        Assert.That(reply?.Status, Is.EqualTo(400));
        Assert.That(reply!.Issues, Is.EqualTo(new[] { "SIM3319" }));
        Assert.That(await CountAsync(CancellationToken.None), Is.EqualTo(before), "half a message is none");
    }

    [TestCase("POST /fhir/Patient HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}", TestName = "Rejects_two_lengths")]
    [TestCase("POST /fhir/Patient HTTP/1.1\r\nHost: hub\r\nContent-Length: -1\r\n\r\n", TestName = "Rejects_a_negative_length")]
    [TestCase("POST /fhir/Patient HTTP/9.9\r\nHost: hub\r\n\r\n", TestName = "Rejects_an_unknown_version")]
    [TestCase("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n", TestName = "Rejects_TLS_on_a_plain_port")]
    [TestCase("MSH|^~\\&|GAM|\r\n\r\n", TestName = "Rejects_HL7_on_the_port_of_HTTP")]
    [CancelAfter(60_000)]
    public async Task Requests(string request)
    {
        using var wire = await HttpWire.ConnectAsync(Doors.HttpPort, CancellationToken.None);

        await wire.WriteAsync(request, CancellationToken.None);
        var reply = await wire.ReadAsync(CancellationToken.None);

        Assert.That(reply?.Status, Is.EqualTo(400).Or.EqualTo(505));
        Assert.That(await wire.ReadAsync(CancellationToken.None), Is.Null, "then the connection is closed");
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_refuse_headers_without_end(CancellationToken cancellationToken)
    {
        using var wire = await HttpWire.ConnectAsync(Doors.HttpPort, cancellationToken);

        await wire.WriteAsync($"GET /fhir/metadata HTTP/1.1\r\nHost: hub\r\nX-Long: {new string('x', 100_000)}\r\n\r\n", cancellationToken);

        Assert.That((await wire.ReadAsync(cancellationToken))?.Status, Is.EqualTo(431));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_answer_pipelined_requests_in_their_order(CancellationToken cancellationToken)
    {
        using var wire = await HttpWire.ConnectAsync(Doors.HttpPort, cancellationToken);
        var good = HttpWire.Post("/fhir/Patient", Doors.Fhir, """{"resourceType":"Patient"}"""u8);
        var bad = HttpWire.Post("/fhir/Patient", Doors.Fhir, "{"u8);
        var asked = HttpWire.Post("/soap", Doors.Soap12, System.Text.Encoding.UTF8.GetBytes(Doors.Envelope("<Ask/>")));

        await wire.WriteAsync((byte[])[.. good, .. bad, .. asked, .. good], cancellationToken);

        var statuses = new List<int?>();
        for (var i = 0; i < 4; i++)
        {
            statuses.Add((await wire.ReadAsync(cancellationToken))?.Status);
        }

        Assert.That(statuses, Is.EqualTo(new int?[] { 201, 400, 200, 201 }));
    }

    [TestCase("/fhir/Patient", Doors.Fhir, true)]
    [TestCase("/fhir/Claim/$submit", Doors.Fhir, true)]
    [TestCase("/soap", Doors.Soap12, true)]
    [TestCase("/fhir/Patient", Doors.Fhir, false)]
    [TestCase("/fhir/Claim/$submit", Doors.Fhir, false)]
    [TestCase("/soap", Doors.Soap12, false)]
    [CancelAfter(60_000)]
    public async Task Keeps_nothing_of_a_caller_that_hangs_up_in_the_middle(string path, string type, bool resets)
    {
        var before = await CountAsync(CancellationToken.None);
        using var wire = await HttpWire.ConnectAsync(Doors.HttpPort, CancellationToken.None);
        var request = HttpWire.Post(path, type, new byte[100_000]);

        await wire.WriteAsync(request.AsMemory(0, request.Length / 2), CancellationToken.None);
        if (resets)
        {
            wire.Reset();
        }
        else
        {
            wire.EndSending();
            Assert.That((await wire.ReadAsync(CancellationToken.None))?.Status, Is.EqualTo(400).Or.Null);
        }

        await Doors.AssertServingAsync(CancellationToken.None);
        Assert.That(await CountAsync(CancellationToken.None), Is.EqualTo(before + 3), "the three good messages of the check");
        Assert.That(Doors.Site.Hub.Output, Does.Not.Contain("unhandled"));
    }

    [TestCase("/fhir/Patient", Doors.Fhir)]
    [TestCase("/soap", Doors.Soap12)]
    [CancelAfter(120_000)]
    public async Task Gives_up_on_a_body_that_drips(string path, string type)
    {
        var before = await CountAsync(CancellationToken.None);
        using var wire = await HttpWire.ConnectAsync(Doors.HttpPort, CancellationToken.None);
        await wire.WriteAsync($"POST {path} HTTP/1.1\r\nHost: hub\r\nContent-Type: {type}\r\nContent-Length: 100000\r\n\r\n{{", CancellationToken.None);

        var reply = await wire.ReadAsync(CancellationToken.None);

        Assert.That(reply?.Status, Is.EqualTo(408).Or.Null, "a request that is too slow is answered or cut off");
        Assert.That(await CountAsync(CancellationToken.None), Is.EqualTo(before));
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task Should_give_up_on_headers_that_drip(CancellationToken cancellationToken)
    {
        using var wire = await HttpWire.ConnectAsync(Doors.HttpPort, cancellationToken);
        await wire.WriteAsync("POST /fhir/Patient HTTP/1.1\r\nHost: h", cancellationToken);

        Assert.That((await wire.ReadAsync(cancellationToken))?.Status, Is.EqualTo(408).Or.Null);
    }
}
