using System.Net;
using System.Net.Sockets;
using System.Text;
using Simphonie.Channels.Fhir;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Tests.Fhir;

public sealed class When_a_resource_is_delivered
{
    private const string Outcome = """{"resourceType":"OperationOutcome"}""";

    [TestCase(201, typeof(DeliveryOutcome.Delivered))]
    [TestCase(302, typeof(DeliveryOutcome.Rejected))]
    [TestCase(401, typeof(DeliveryOutcome.Rejected))]
    [TestCase(422, typeof(DeliveryOutcome.Rejected))]
    [TestCase(408, typeof(DeliveryOutcome.Unavailable))]
    [TestCase(425, typeof(DeliveryOutcome.Unavailable))]
    [TestCase(429, typeof(DeliveryOutcome.Unavailable))]
    [TestCase(503, typeof(DeliveryOutcome.Unavailable))]
    [TestCase(500, typeof(DeliveryOutcome.Unknown))]
    public async Task Should_read_the_status(int status, Type outcome) =>
        Assert.That((await DeliverAsync(Response(status))).Outcome, Is.TypeOf(outcome));

    [Test]
    public async Task Should_keep_the_answer_and_when_to_come_back()
    {
        var rejected = (DeliveryOutcome.Rejected)(await DeliverAsync(Response(422))).Outcome;
        var busy = (DeliveryOutcome.Unavailable)(await DeliverAsync(Response(503, "Retry-After: 30\r\n"))).Outcome;

        Assert.Multiple(() =>
        {
            Assert.That(Encoding.UTF8.GetString(((InlinePayload)rejected.Answer!).Bytes.Span), Is.EqualTo(Outcome));
            Assert.That(busy.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(30)));
            Assert.That(busy.EndpointDown);
        });
    }

    [Test]
    public async Task Should_retry_a_failed_server_when_repeating_is_safe() =>
        Assert.That((await DeliverAsync(Response(500), repeat: "safe")).Outcome, Is.TypeOf<DeliveryOutcome.Unavailable>());

    [Test]
    public async Task Should_send_the_frozen_bytes_to_the_address_of_their_type_with_the_identity()
    {
        var (_, request) = await DeliverAsync(Response(201), own: [("token", FhirSite.Text("t0ken")), ("if_none_exist", FhirSite.Text("identifier=urn:hub|{identity}"))]);

        Assert.Multiple(() =>
        {
            Assert.That(request, Does.StartWith("POST /r4/Patient HTTP/1.1\r\n"));
            Assert.That(request, Does.Contain("Idempotency-Key: ABC\r\n"));
            Assert.That(request, Does.Contain("If-None-Exist: identifier=urn:hub|ABC\r\n"));
            Assert.That(request, Does.Contain("Authorization: Bearer t0ken\r\n"));
            Assert.That(request, Does.EndWith("\r\n\r\n" + HttpExchange.Patient));
        });
    }

    private static async Task<(DeliveryOutcome Outcome, string Request)> DeliverAsync(string response, string? repeat = null, (string, Setting)[]? own = null)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var endpoint = Endpoint(((IPEndPoint)listener.LocalEndpoint).Port, repeat, own ?? []);
        var delivery = endpoint.DeliverAsync(Delivery(), CancellationToken.None).AsTask();
        using var peer = await listener.AcceptTcpClientAsync();
        var stream = peer.GetStream();
        var request = new StringBuilder();
        var buffer = new byte[8192];
        while (!request.ToString().EndsWith(HttpExchange.Patient, StringComparison.Ordinal) && await stream.ReadAsync(buffer) is var count and > 0)
        {
            request.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(response));
        peer.Close();
        return (await delivery, request.ToString());
    }

    private static string Response(int status, string headers = "") =>
        $"HTTP/1.1 {status} X\r\nContent-Type: application/fhir+json\r\n{headers}Content-Length: {Outcome.Length}\r\n\r\n{Outcome}";

    private static DeliveryRequest Delivery() => new("ABC", new InlinePayload(Encoding.UTF8.GetBytes(HttpExchange.Patient)), 1, TimeSpan.FromSeconds(60));

    private static IEndpoint Endpoint(int port, string? repeat, (string, Setting)[] own)
    {
        var settings = FhirSite.SettingsOf([("url", FhirSite.Text($"http://127.0.0.1:{port}/r4")), .. own]);
        if (repeat is not null)
        {
            settings = settings with { Entry = new Setting.Map([.. settings.Entry.Entries, KeyValuePair.Create("repeat", FhirSite.Text(repeat))], Place.Whole) };
        }

        var kind = new FhirChannelKind();
        var findings = new DiagnosticBag();
        kind.Check(settings, inbound: false, findings);
        Assert.That(findings, Is.Empty);
        return kind.CreateEndpoint(settings, FhirSite.ServicesForEndpoints());
    }
}
