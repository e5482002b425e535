using Simphonie.Core.Documents;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Core.Returns;
using Simphonie.Engine.Processes;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Returns;

public sealed class When_the_hub_dies_within_a_return
{
    private const int Lines = 1000;

    // A thousand lines are three commits; the last one completes the return too.
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Should_go_on_where_it_was(int commit)
    {
        var gap = new FakeEndpoint("gap");
        var left = commit;
        var died = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bool Dies(IReadOnlyList<JournalWrite> writes)
        {
            if (!writes.Any(static write => write is JournalWrite.AdvanceReturn) || Interlocked.Decrement(ref left) != 0)
            {
                return false;
            }

            died.TrySetResult();
            return true;
        }

        var hub = await TestHub.StartAsync(ReturnSite.Options with { DiesAt = Dies, SizeLimit = 1 << 20 }, gap);
        await SendInvoicesAsync(hub);
        var message = await hub.SendReturnAsync("r1", [.. Enumerable.Range(1, Lines).Select(static i => ReturnSite.Paid($"{i:000000000}", i, i))]);
        await died.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await hub.KillAsync();

        await using var again = await TestHub.StartAsync(ReturnSite.Options with { Directory = hub.DataDirectory, Time = hub.Time }, gap);
        var started = await again.ReturnAsync(message);
        await again.UntilCompleteAsync(message);

        var applied = await again.ReturnAsync(message);
        var cases = await again.Reader.Cases.CasesAsync(new() { Process = "invoice", State = "paid", Limit = 2 * Lines }, default);
        Assert.That(started.Applied, Is.LessThanOrEqualTo(Lines));
        Assert.That((applied.Tally.Parts, applied.Tally.Paid), Is.EqualTo((Lines, Lines * (Lines + 1) / 2)));
        Assert.That(cases, Has.Count.EqualTo(Lines).And.All.Property(nameof(CaseRecord.Events)).EqualTo(5));
    }

    private static async Task SendInvoicesAsync(TestHub hub)
    {
        var at = hub.Time.GetUtcNow();
        foreach (var page in Enumerable.Range(1, Lines).Chunk(200))
        {
            var events = page.SelectMany(i => new[]
            {
                Event(i, "received", new("part", Value.Of("amo")), new("asked", Value.OfLong(i))),
                Event(i, "controlled"),
                Event(i, "closed-in-lot", new("lot", Value.OfLong(1)), new("lot_date", Value.OfDate(ReturnSite.Date)), new("file", Value.Of("000001"))),
                Event(i, "lot-sent", new("lot", Value.OfLong(1)), new("lot_date", Value.OfDate(ReturnSite.Date))),
            });
            await hub.Engine.Cases.CommitAsync([.. events], null, default);
        }

        ProcessEvent Event(int invoice, string name, params KeyValuePair<string, Value>[] values) => new()
        {
            Establishment = ReturnSite.Establishment,
            World = World.Test,
            Process = "invoice",
            Case = ReturnSite.Key($"{invoice:000000000}"),
            Name = name,
            Identity = $"{name}/{invoice}",
            Values = values,
            At = at,
        };
    }
}
