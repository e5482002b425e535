using System.Text;
using Simphonie.Cli.Tests.Files;
using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Cli.Tests.BadInput;

/// <summary>Seven messages; two share a control id with different bytes, and none has a cover that a route would ask about.</summary>
public sealed class When_the_published_samples_arrive
{
    [Test]
    [CancelAfter(120_000)]
    public async Task Should_end_six_as_unrouted_and_refuse_the_conflict(CancellationToken cancellationToken)
    {
        var files = PublishedSamples.All;
        await using var site = new TestSite(new Dictionary<string, int>());
        await site.StartAsync(cancellationToken);

        var codes = new List<string>();
        foreach (var file in files)
        {
            codes.Add(Hl7Text.CodeOf(await site.SendAsync(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, cancellationToken)), cancellationToken)));
        }

        var messages = await site.WaitForAsync(
            async (journal, token) => await journal.MessagesAsync(new MessageQuery { Limit = 20 }, token) is { } all && all.All(one => one.State != MessageState.Received) ? all : null, cancellationToken);
        Assert.That(codes.GroupBy(code => code).ToDictionary(group => group.Key, group => group.Count()), Is.EquivalentTo(new Dictionary<string, int> { ["AA"] = 6, ["AE"] = 1 }));
        Assert.That(messages.GroupBy(message => message.State).ToDictionary(group => group.Key, group => group.Count()), Is.EquivalentTo(new Dictionary<MessageState, int> { [MessageState.Unrouted] = 6, [MessageState.Refused] = 1 }));
        Assert.That(messages.Single(message => message.State == MessageState.Refused), Has.Property("OriginKind").EqualTo("conflict").And.Property("Acknowledgement").EqualTo("AE"));
    }
}
