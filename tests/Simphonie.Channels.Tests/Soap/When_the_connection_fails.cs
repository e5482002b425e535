using Simphonie.Core.Channels;

namespace Simphonie.Channels.Tests.Soap;

public sealed class When_the_connection_fails
{
    [Test]
    public async Task Should_be_unavailable_when_the_name_does_not_resolve() =>
        Assert.That(await SoapParts.SendAsync(new Uri("http://name.invalid/lps")), Is.TypeOf<DeliveryOutcome.Unavailable>());

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
}
