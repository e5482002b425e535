using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Simphonie.Core.Journal;
using Simphonie.Core.Returns;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Returns;

/// <summary>Whatever comes, twice, late, in any order and through crashes: what is paid in cases is what was paid in returns, and nothing is lost.</summary>
public sealed class When_returns_come_in_any_order
{
    private const int Invoices = 12;

    private static readonly Gen<string> s_line =
        from invoice in Gen.Choose(1, Invoices + 2)
        from part in Gen.Elements("amo", "amc")
        from lot in Gen.Frequency((9, Gen.Constant(1)), (1, Gen.Constant(2)))
        from state in Gen.Frequency((6, Gen.Constant("P")), (2, Gen.Constant("R")), (1, Gen.Constant("D")), (1, Gen.Constant("")))
        from paid in Gen.Elements(1000, 600, 400, 250, -1000, -400)
        let amount = state == "P" ? paid : 0
        select string.Create(CultureInfo.InvariantCulture, $"no={invoice:000000000};part={part};lot={lot};date={ReturnSite.Date};asked=1000;state={state};paid={amount};reason={(state == "R" ? "0101" : "")}");

    private static readonly Gen<string[][]> s_returns = Gen.ArrayOf(Gen.ArrayOf(s_line, 9), 6);

    [Test]
    public void Should_pay_nothing_twice_and_lose_nothing() => Prop.ForAll(
        Arb.From(s_returns),
        Arb.From(Gen.Choose(0, int.MaxValue)),
        static (returns, seed) => RunAsync(returns, seed).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    private static async Task RunAsync(string[][] returns, int seed)
    {
        var random = new Random(seed);
        var order = Enumerable.Range(0, returns.Length).Concat(Enumerable.Range(0, returns.Length)).OrderBy(_ => random.Next()).ToArray();
        var crashes = new Queue<int>(Enumerable.Range(0, 3).Select(_ => random.Next(1, 8)));
        var gap = new FakeEndpoint("gap");
        var hub = await TestHub.StartAsync(ReturnSite.Options, gap);
        for (var invoice = 1; invoice <= Invoices; invoice++)
        {
            await hub.SendInvoiceAsync(Number(invoice), 1000);
            await hub.SendInvoiceAsync(Number(invoice), 1000, "amc");
        }

        foreach (var index in order)
        {
            hub = await CrashAsync(hub, crashes, gap);
            await hub.SendReturnAsync($"r{index}", returns[index]);
        }

        await hub.UntilAsync(async () => (await hub.Reader.Returns.ReturnsAsync(new() { Status = ReturnStatus.Complete }, default)).Count == returns.Length, "all applied");
        await hub.QuietAsync();
        await CheckAsync(hub, returns);
        await hub.DisposeAsync();
    }

    // The process dies at the n-th commit of the returns, between what was committed and what was not.
    private static async Task<TestHub> CrashAsync(TestHub hub, Queue<int> crashes, FakeEndpoint gap)
    {
        if (!crashes.TryDequeue(out var commits))
        {
            return hub;
        }

        var left = commits;
        var died = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.Journal.DiesAt = writes =>
        {
            if (writes.Any(static write => write is JournalWrite.AdvanceReturn) && Interlocked.Decrement(ref left) == 0)
            {
                died.TrySetResult();
                return true;
            }

            return false;
        };
        await Task.WhenAny(died.Task, hub.QuietAsync());
        await hub.KillAsync();
        return await TestHub.StartAsync(ReturnSite.Options with { Directory = hub.DataDirectory, Time = hub.Time }, gap);
    }

    private static async Task CheckAsync(TestHub hub, string[][] returns)
    {
        var applied = await hub.Reader.Returns.ReturnsAsync(new() { Status = ReturnStatus.Complete, Limit = 100 }, default);
        var parked = await hub.Reader.Returns.ParkedAsync(new ParkedQuery { Limit = 1000 }, default);
        var cases = await hub.Reader.Cases.CasesAsync(new() { Process = "invoice", Limit = 100 }, default);
        var inCases = cases.Sum(static one => Money(one, "paid"));
        Assert.That(applied.Sum(static one => one.Tally.Paid), Is.EqualTo(inCases), "paid in cases = paid in applied parts");
        Assert.That(applied.Sum(static one => one.Tally.Paid + one.Tally.Waiting), Is.EqualTo(returns.Sum(static one => one.Sum(Paid))), "every cent of the returns is in a case or waits");
        Assert.That(applied.Sum(static one => one.Tally.Parts + one.Tally.Unhandled + one.Tally.Parked), Is.EqualTo(returns.Sum(static one => one.Length)), "every line is somewhere, once");
        Assert.That(parked.Sum(static one => one.Part.Paid), Is.EqualTo(applied.Sum(static one => one.Tally.Waiting)));
        Assert.That(cases, Has.All.Matches<CaseRecord>(static one => Money(one, "open") == Money(one, "asked") - Money(one, "paid") - Money(one, "rejected")));
    }

    private static string Number(int invoice) => invoice.ToString("000000000", CultureInfo.InvariantCulture);

    private static long Paid(string line) => long.Parse(KvFormat.Field(KvFormat.Read(line), "paid")!, CultureInfo.InvariantCulture);

    private static long Money(CaseRecord one, string name)
    {
        using var holds = JsonDocument.Parse(one.Holds);
        return holds.RootElement.GetProperty(name).GetInt64();
    }
}

