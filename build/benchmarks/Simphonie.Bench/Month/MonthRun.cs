using System.Diagnostics;
using Simphonie.Bench.Processes;

namespace Simphonie.Bench.Month;

/// <summary>Sends invoices through a site of their own, after a warm-up, until each part of each is paid or rejected.</summary>
internal static class MonthRun
{
    private const int PartsOfInvoice = 2;
    private const int WarmUp = 2_000;

    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(30);

    public static async Task<MonthResult> RunAsync(BenchContext context, int invoices, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        over.CancelAfter(s_longest);
        await using var site = await MonthSite.StartAsync(context, over.Token);
        var books = new MonthBooks(site.Data);
        await MonthLoad.RightsAsync(site.Port, MonthClaims.People, over.Token);
        await books.UntilDoneAsync(over.Token);
        await SendAsync(site, 1, WarmUp, over.Token);
        await books.UntilDecidedAsync(PartsOfInvoice * WarmUp, over.Token);

        var (hub, amo) = (site.Hub.ProcessorTime, site.Amo.ProcessorTime);
        var begin = Stopwatch.GetTimestamp();
        var gap = await SendAsync(site, 1 + WarmUp, invoices, over.Token);
        var sent = Stopwatch.GetElapsedTime(begin);
        await books.UntilDecidedAsync(PartsOfInvoice * (WarmUp + (long)invoices), over.Token);
        var elapsed = Stopwatch.GetElapsedTime(begin);
        (hub, amo) = (site.Hub.ProcessorTime - hub, site.Amo.ProcessorTime - amo);
        var memory = site.Hub.ResidentBytes;

        var sums = await books.SumAsync(over.Token);
        var asked = MonthClaims.Asked(1, WarmUp + invoices);
        return sums.Parts == PartsOfInvoice * (WarmUp + (long)invoices) && sums.Asked == asked
            ? new(invoices, elapsed, sent, hub, amo, gap, memory, sums)
            : throw new InvalidOperationException("The cases are not those of the invoices that were sent.");
    }

    /// <summary>What the GAP's process has cost.</summary>
    private static async Task<TimeSpan> SendAsync(MonthSite site, int first, int count, CancellationToken cancellationToken)
    {
        await using var gap = LoadProcess.Month(site.Port, first, count);
        return TimeSpan.FromSeconds(double.Parse((await gap.LineAsync("processor ", cancellationToken))["processor ".Length..], System.Globalization.CultureInfo.InvariantCulture));
    }
}

/// <summary>What a run took. Processor times are those of the measured invoices alone, except the GAP's, which is that of its whole process.</summary>
internal sealed record MonthResult(int Invoices, TimeSpan Elapsed, TimeSpan Sent, TimeSpan Hub, TimeSpan Amo, TimeSpan Gap, long HubBytes, MonthSums Sums)
{
    public double PerSecond => Invoices / Elapsed.TotalSeconds;

    /// <summary>Of all processes.</summary>
    public double ProcessorMicroseconds => (Hub + Amo + Gap).TotalMicroseconds / Invoices;
}
