using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Simphonie.Core.Documents;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Engine.Processes;
using Simphonie.Engine.Testing;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Processes;

/// <summary>
/// The shipped process of invoices under anything that may come: in any order, twice, of another lot or amount, interrupted by crashes. Money is compared with a ledger
/// that this test keeps itself, of the events that the journal says were taken.
/// </summary>
public sealed class When_any_returns_come
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly string[] s_names =
        ["controlled", "refused", "closed-in-lot", "lot-sent", "lot-accepted", "lot-refused", "withdrawn", "paid", "paid", "paid", "rejected", "deferred", "replaced"];

    private static readonly ProcessDefinition s_process = ProcessText.Compile(
        File.ReadAllText(ProcessText.Shipped("routes/fides/invoice.process.yaml")), File.ReadAllText(ProcessText.Shipped("routes/fides/fides.parameters.yaml")));

    private sealed record Thing(string Name, int Identity, int Case, int Lot, long Amount, bool Crash, int DaysLater);

    private static Gen<Thing> Things =>
        from name in Gen.Elements(s_names)
        from identity in Gen.Choose(1, 40)
        from @case in Gen.Choose(1, 3)
        from lot in Gen.Frequency((5, Gen.Constant(1)), (1, Gen.Constant(2)))
        from amount in Gen.Elements(-1000L, -400, 400, 600, 1000, 1000, 1500)
        from crash in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from days in Gen.Frequency((8, Gen.Constant(0)), (1, Gen.Constant(40)))
        select new Thing(name, identity, @case, lot, amount, crash, days);

    [Test]
    public void Should_never_lose_a_cent()
    {
        var property = Prop.ForAll(Things.ArrayOf(40).ToArbitrary(), things => RunAsync(things).GetAwaiter().GetResult());
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    private static async Task<bool> RunAsync(Thing[] things)
    {
        var directory = Directory.CreateTempSubdirectory("any-returns-").FullName;
        try
        {
            var hub = await StartAsync(directory, s_start);
            KeyValuePair<string, Value>[] first = [new("part", Value.Of("amo")), new("asked", Value.OfLong(1000)), new("lot", Value.OfLong(1)), new("lot_date", Value.OfDate("2026-01-05")), new("file", Value.Of("A"))];
            var road = from name in (string[])["received", "controlled", "closed-in-lot", "lot-sent"] from number in Enumerable.Range(1, 3) select Event(name, number, "first", first, s_start);
            await hub.Engine.Cases.CommitAsync([.. road], null, CancellationToken.None);
            var at = s_start;
            foreach (var batch in things.Chunk(4))
            {
                at = at.AddDays(batch[0].DaysLater).AddMinutes(1);
                var events = batch.Select(thing => Event(thing.Name, thing.Case, thing.Identity.ToString(CultureInfo.InvariantCulture), Values(thing), at)).ToArray();
                if (batch[0].Crash)
                {
                    // The commit happened or it did not; whoever raised the events does not know, and raises them again.
                    await hub.Engine.Cases.CommitAsync(events, null, CancellationToken.None);
                    await hub.KillAsync();
                    hub = await StartAsync(directory, at);
                }

                await Task.WhenAll(hub.Engine.Cases.CommitAsync(events[..(events.Length / 2)], null, CancellationToken.None).AsTask(), hub.Engine.Cases.CommitAsync(events[(events.Length / 2)..], null, CancellationToken.None).AsTask());
            }

            await CheckAsync(hub);
            await hub.DisposeAsync();
            return true;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task CheckAsync(TestHub hub)
    {
        foreach (var one in await hub.Reader.Cases.CasesAsync(new() { Process = "invoice" }, CancellationToken.None))
        {
            using var holds = System.Text.Json.JsonDocument.Parse(one.Holds);
            long Held(string name) => holds.RootElement.GetProperty(name).GetInt64();
            var history = await hub.Reader.Cases.HistoryAsync(one.Id, 0, 1000, CancellationToken.None);

            Assert.That(Held("open"), Is.EqualTo(Held("asked") - Held("paid") - Held("rejected")), "open = asked - paid - rejected");
            Assert.That(history.Select(item => item.Identity), Is.Unique);
            Assert.That(history.Select(item => item.Ordinal), Is.EqualTo(Enumerable.Range(1, history.Count)), "nothing is lost or renumbered");
            Assert.That(one.Events, Is.EqualTo(history.Count));

            // What was paid is what the history says was taken by a transition that moves money: a mismatch stays in its state and only asks a human.
            var asks = await hub.Reader.WorkItemsAsync(new(OpenOnly: false, Limit: 1000), CancellationToken.None);
            var parked = asks.Where(item => item.Case == one.Id && item.What.Contains("does not agree", StringComparison.Ordinal)).Select(item => item.Identity!).ToList();
            var taken = history.Where(item => item.Event == "paid" && item.Outcome == CaseOutcome.Taken && !parked.Exists(identity => identity.Contains($"/{item.Identity}/", StringComparison.Ordinal)));
            Assert.That(Held("paid"), Is.EqualTo(taken.Sum(item => System.Text.Json.JsonDocument.Parse(item.Values!).RootElement.GetProperty("amount").GetInt64())));
        }
    }

    private static Task<TestHub> StartAsync(string directory, DateTimeOffset at) =>
        TestHub.StartAsync(new TestHubOptions { Directory = directory, Time = new VirtualTime(at), Definitions = new FakeDefinitions([s_process]) });

    private static KeyValuePair<string, Value>[] Values(Thing thing) =>
    [
        new("lot", Value.OfLong(thing.Lot)), new("lot_date", Value.OfDate("2026-01-05")), new("file", Value.Of("A")), new("asked", Value.OfLong(1000)),
        new("amount", Value.OfLong(thing.Amount)), new("by", Value.Of("another")),
    ];

    private static ProcessEvent Event(string name, int number, string identity, KeyValuePair<string, Value>[] values, DateTimeOffset at) => new()
    {
        Establishment = DebtHub.Establishment,
        World = World.Test,
        Process = "invoice",
        Case = string.Create(CultureInfo.InvariantCulture, $"750000010/{number:D9}//amo"),
        Name = name,
        Identity = $"{name}-{identity}",
        Values = values,
        At = at,
    };
}
