using Simphonie.Cli.Demo.Day;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Cli.Demo.Invoices;

/// <summary>Follows invoices in the journal: into their lots, and until the caisse has said what becomes of each part.</summary>
internal sealed class InvoiceWatch(IJournalReader journal)
{
    private static readonly TimeSpan s_period = TimeSpan.FromMilliseconds(100);
    private static readonly string[] s_debtors = ["amo", "amc"];

    /// <summary>Returns when no invoice is on its way to a lot any more.</summary>
    public async Task SettleAsync(IEnumerable<DayInvoice> invoices, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_period);
        foreach (var invoice in invoices.Where(one => one.Message != 0))
        {
            while (!await IsHandledAsync(invoice.Message, cancellationToken))
            {
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }
    }

    /// <summary>What became of each, once every part is where it is expected to end.</summary>
    public async Task<IReadOnlyList<InvoiceOutcome>> FollowAsync(IReadOnlyList<DayInvoice> invoices, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_period);
        var outcomes = new List<InvoiceOutcome>();
        foreach (var invoice in invoices)
        {
            var outcome = await OutcomeAsync(invoice, cancellationToken);
            while (outcome.Parts.Any(part => !invoice.Entry.Becomes.Contains(part.State)))
            {
                await timer.WaitForNextTickAsync(cancellationToken);
                outcome = await OutcomeAsync(invoice, cancellationToken);
            }

            outcomes.Add(outcome);
        }

        return outcomes;
    }

    private async Task<bool> IsHandledAsync(long message, CancellationToken cancellationToken)
    {
        var record = await journal.MessageAsync(message, cancellationToken);
        return record is { State: not MessageState.Received } && (await journal.HandlingsOfAsync(message, cancellationToken)).All(DayWatch.HasEnded);
    }

    private async Task<InvoiceOutcome> OutcomeAsync(DayInvoice invoice, CancellationToken cancellationToken)
    {
        var parts = new List<InvoicePart>();
        foreach (var debtor in s_debtors)
        {
            var found = await journal.Cases.CasesAsync(new() { Process = "invoice", Key = invoice.CaseKey(debtor), Limit = 1 }, cancellationToken);
            parts.AddRange(found.Select(record => InvoicePart.Of(invoice, debtor, record)));
        }

        var handlings = invoice.Message == 0 ? [] : await journal.HandlingsOfAsync(invoice.Message, cancellationToken);
        var work = await journal.WorkItemsAsync(new(OpenOnly: false, Limit: 500), cancellationToken);
        return new(
            invoice,
            handlings.Count == 0 ? "-" : string.Join(' ', handlings.Select(handling => handling.State.ToString().ToLowerInvariant())),
            work.Count(item => invoice.Message != 0 && item.Message == invoice.Message),
            parts);
    }
}
