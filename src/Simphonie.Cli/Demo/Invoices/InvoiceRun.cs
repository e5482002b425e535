using Simphonie.Cli.Composition;
using Simphonie.Cli.Output;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Lots;

namespace Simphonie.Cli.Demo.Invoices;

/// <summary>
/// Sends the day of invoices: each into its lot, the lots closed at the end of the day, their files to the caisse, its acknowledgements and returns back to
/// the cases; waits until the caisse has said what becomes of each part, and prints where each cent went.
/// </summary>
internal sealed class InvoiceRun(DemoSite site, DemoPorts ports, Printer printer)
{
    private const int Page = 200;

    /// <summary>True when each invoice ended as expected and the amounts add up.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new DiagnosticBag();
        var entries = InvoiceFile.Read(Path.Combine(Home.Directory, "samples", "demo", "invoices.yaml"), findings);
        if (findings.HasErrors)
        {
            printer.Findings(findings);
            return false;
        }

        var watch = new InvoiceWatch(site.Hub.Journal.Reader);
        var invoices = await SendAsync(entries, watch, cancellationToken);
        await watch.SettleAsync(invoices, cancellationToken);
        var lots = await CloseLotsAsync(cancellationToken);
        return new InvoiceTable(printer).Show(await watch.FollowAsync(invoices, cancellationToken), lots);
    }

    private async Task<IReadOnlyList<DayInvoice>> SendAsync(IReadOnlyList<InvoiceEntry> entries, InvoiceWatch watch, CancellationToken cancellationToken)
    {
        using var sender = new InvoiceSender(ports, site.Folders, watch, new(TimeProvider.System.GetUtcNow()));
        var sent = new List<DayInvoice>();
        foreach (var entry in entries)
        {
            for (var copy = 0; copy < entry.Copies; copy++)
            {
                sent.Add(await sender.SendAsync(entry, copy, cancellationToken));
            }
        }

        return sent;
    }

    /// <summary>Closes what is open, as `lots close` does; how many.</summary>
    private async Task<int> CloseLotsAsync(CancellationToken cancellationToken)
    {
        var open = await site.Hub.Journal.Reader.Lots.LotsAsync(new LotQuery { State = LotState.Open, Limit = Page }, cancellationToken);
        foreach (var lot in open)
        {
            await site.Hub.Engine.Lots!.CloseAsync(new(Guid.NewGuid().ToString("N"), "demonstration"), lot.Id, cancellationToken);
        }

        return open.Count;
    }
}
