using Simphonie.Cli.Demo.Day;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Cli.Demo.Invoices;

/// <summary>Follows invoices in the journal: into their lots, and until the caisse has said what becomes of each part.</summary>
internal sealed class InvoiceWatch(IJournalReader journal)
{
    /// <summary>Channel of Claims.</summary>
    public const string Claims = "gap-fhir";

    /// <summary>Channel of charges in HL7 v2.</summary>
    public const string Charges = "gap-billing";

    private static readonly TimeSpan s_period = TimeSpan.FromMilliseconds(100);
    private static readonly string[] s_debtors = ["amo", "amc"];

    /// <summary>The newest message of a channel; 0 when it has none.</summary>
    public async Task<long> NewestAsync(string channel, CancellationToken cancellationToken) =>
        (await journal.MessagesAsync(new() { Channel = channel, Limit = 1 }, cancellationToken)).FirstOrDefault()?.Id ?? 0;

    /// <summary>Returns when a channel has a message after one, and that is dealt with.</summary>
    public async Task TakenAsync(string channel, long after, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(s_period);
        while (await NewestAsync(channel, cancellationToken) is var newest && (newest <= after || !await IsHandledAsync(newest, cancellationToken)))
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

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
