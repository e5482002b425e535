using System.Text.Json;
using Simphonie.Core.Journal;
using Simphonie.Journal.Sqlite;

namespace Simphonie.Bench.Month;

/// <summary>What the hub's journal says of the cases of a month, read beside the running hub.</summary>
internal sealed class MonthBooks(string data)
{
    private const string Process = "invoice";
    private const int Page = 5_000;

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);

    /// <summary>Waits until nothing of what was posted before is on its way.</summary>
    public async Task UntilDoneAsync(CancellationToken cancellationToken)
    {
        while (await IsUnderWayAsync(cancellationToken))
        {
            await Task.Delay(s_look, cancellationToken);
        }
    }

    /// <summary>Waits until so many parts of invoices are paid or rejected; the slowest that it may be is told by the token.</summary>
    public async Task UntilDecidedAsync(long parts, CancellationToken cancellationToken)
    {
        while (await DecidedAsync(cancellationToken) < parts)
        {
            await Task.Delay(s_look, cancellationToken);
        }
    }

    /// <summary>Adds every case up. Throws where one does not add up in itself: open = asked - paid - rejected, and nothing of it open.</summary>
    public async Task<MonthSums> SumAsync(CancellationToken cancellationToken)
    {
        using var journal = SqliteJournalReader.Open(data);
        var sums = new MonthSums(0, 0, 0, 0);
        long? before = null;
        while (await journal.Reader.Cases.CasesAsync(new CaseQuery { Process = Process, Before = before, Limit = Page }, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var one in page)
            {
                using var holds = JsonDocument.Parse(one.Holds);
                var (asked, paid, rejected, open) = (Cents(holds, "asked"), Cents(holds, "paid"), Cents(holds, "rejected"), Cents(holds, "open"));
                sums = open == 0 && asked == paid + rejected
                    ? new(sums.Parts + 1, sums.Asked + asked, sums.Paid + paid, sums.Rejected + rejected)
                    : throw new InvalidOperationException($"Case {one.Id} does not add up.");
            }

            before = page[^1].Id;
        }

        return sums;
    }

    private async Task<bool> IsUnderWayAsync(CancellationToken cancellationToken)
    {
        using var journal = SqliteJournalReader.Open(data);
        return await journal.Reader.FiguresAsync(cancellationToken) is { Unsequenced: > 0 } or { Ready: > 0 };
    }

    private async Task<long> DecidedAsync(CancellationToken cancellationToken)
    {
        using var journal = SqliteJournalReader.Open(data);
        return (await journal.Reader.Cases.CountsAsync(Process, cancellationToken)).Where(static count => count.State is "paid" or "rejected").Sum(static count => count.Count);
    }

    private static long Cents(JsonDocument holds, string name) => holds.RootElement.GetProperty(name).GetInt64();
}

/// <summary>Parts of invoices and what became of them, in cents.</summary>
internal sealed record MonthSums(long Parts, long Asked, long Paid, long Rejected);
