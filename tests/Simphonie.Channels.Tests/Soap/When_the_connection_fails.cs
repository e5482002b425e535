using System.Net.Sockets;
using Simphonie.Core.Channels;

namespace Simphonie.Channels.Tests.Soap;

public sealed class When_the_connection_fails
{
    [Test]
    public async Task Should_be_unavailable_when_refused()
    {
        Uri url;
        using (var server = new RawHttp(_ => Task.CompletedTask))
        {
            url = server.Url;
        }

        Assert.That(await SoapParts.SendAsync(url), Is.TypeOf<DeliveryOutcome.Unavailable>().With.Property("EndpointDown").True);
    }

    [Test]
    public async Task Should_be_unavailable_when_the_name_does_not_resolve() =>
        Assert.That(await SoapParts.SendAsync(new Uri("http://name.invalid/lps")), Is.TypeOf<DeliveryOutcome.Unavailable>());

    [Test]
    public async Task Should_be_unknown_when_reset_after_the_last_byte()
    {
        using var server = new RawHttp(socket =>
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            return Task.CompletedTask;
        });

        Assert.That(await SoapParts.SendAsync(server.Url), Is.TypeOf<DeliveryOutcome.Unknown>());
    }

    [Test]
    public async Task Should_be_unknown_when_cut_during_the_answer()
    {
        using var server = new RawHttp(socket => RawHttp.SendAsync(socket, RawHttp.Head(200, new string(' ', 500)) + "<e:Envelope"));

        Assert.That(await SoapParts.SendAsync(server.Url), Is.TypeOf<DeliveryOutcome.Unknown>());
    }

    [TestCase(1, null)]
    [TestCase(600, 1)]
    public async Task Should_be_unknown_when_no_answer_comes_in_the_shorter_time(int callerSeconds, int? endpointSeconds)
    {
        var end = new TaskCompletionSource();
        using var server = new RawHttp(_ => end.Task);
        var longest = endpointSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        var outcome = await SoapParts.SendAsync(server.Url, timeout: TimeSpan.FromSeconds(callerSeconds), longest: longest);
        end.SetResult();

        Assert.That(outcome, Is.TypeOf<DeliveryOutcome.Unknown>());
    }

    [Test]
    public async Task Should_throw_when_cancelled_before_anything_left()
    {
        await using var endpoint = SoapParts.Endpoint(new Uri("http://127.0.0.1:1/"), SoapParts.Profile());
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var request = new DeliveryRequest("uuid:1", new Core.Messages.InlinePayload("<a/>"u8.ToArray()), 1, TimeSpan.FromSeconds(1));

        Assert.That(async () => await endpoint.DeliverAsync(request, cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }
}
