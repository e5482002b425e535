using System.Globalization;
using Simphonie.Core.Documents;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Returns;
using Simphonie.Engine.Processes;

namespace Simphonie.Engine.Lots;

/// <summary>
/// Tells the cases of invoices what becomes of their lots, in the commit of what becomes of them. A case is one debtor's part of an invoice:
/// <c>FINESS/number/complement/part</c>. Nothing is told where the site names no process.
/// </summary>
internal sealed class LotEvents(string? process, ILotReader reader, CaseBook cases)
{
    public const string Closed = "closed-in-lot";
    public const string Sent = "lot-sent";
    public const string Accepted = "lot-accepted";
    public const string Refused = "lot-refused";
    public const string Withdrawn = "withdrawn";

    private const int Page = 512;

    /// <summary>The writes that bring an event to every case that has a live invoice in the lot.</summary>
    /// <param name="name">Name of the event.</param>
    /// <param name="lot">The lot, with its number, date and file id.</param>
    /// <param name="ofAppend">Position of the message that the event comes from among the appends of the commit; -1: the lot's own message.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Stops before anything is committed.</param>
    public async ValueTask<IReadOnlyList<JournalWrite>> WritesAsync(string name, LotRecord lot, int ofAppend, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (process is null)
        {
            return [];
        }

        var events = new List<ProcessEvent>(lot.Totals.Invoices);
        var after = 0L;
        while (await reader.EntriesAsync(lot.Id, liveOnly: true, records: false, after, Page, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach (var entry in page)
            {
                events.AddRange(Parts(entry).Select(part => Of(name, lot, entry.Key, part, ofAppend, at)));
            }

            after = page[^1].Id;
        }

        return (await cases.ApplyAsync(events, cancellationToken).ConfigureAwait(false)).Writes;
    }

    /// <summary>Tells the timers of cases that a commit of such writes was made.</summary>
    public void Committed() => cases.Changed.Ring();

    // A part that nothing is asked of is no facture-tiers; an invoice of nothing is the compulsory insurance's.
    private static IEnumerable<DebtorPart> Parts(LotEntry entry)
    {
        if (entry.Totals.Amo != 0 || entry.Totals.Amc == 0)
        {
            yield return DebtorPart.Amo;
        }

        if (entry.Totals.Amc != 0)
        {
            yield return DebtorPart.Amc;
        }
    }

    private ProcessEvent Of(string name, LotRecord lot, InvoiceKey key, DebtorPart part, int ofAppend, DateTimeOffset at)
    {
        var (debtor, date) = (part == DebtorPart.Amo ? "amo" : "amc", lot.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        return new()
        {
            Establishment = lot.Group.Establishment,
            World = lot.Group.World,
            Process = process!,
            Case = $"{key}/{debtor}",
            Name = name,
            Identity = string.Create(CultureInfo.InvariantCulture, $"{name}/{key}/{debtor}/{lot.Group.Recipient}/{lot.Number}/{date}"),
            Values =
            [
                new("finess", Value.Of(key.Provider)),
                new("invoice", Value.Of(key.Number)),
                new("complement", Value.Of(key.Complement)),
                new("part", Value.Of(debtor)),
                new("lot", Value.Of(lot.Number ?? 0)),
                new("lot_date", Value.OfDate(date)),
                new("file", Value.Of(lot.FileId ?? "")),
            ],
            At = at,
            Message = ofAppend >= 0 ? null : lot.Message,
            OfAppend = ofAppend,
        };
    }
}
