using System.Globalization;
using Simphonie.Core.Documents;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Engine.Processes;

namespace Simphonie.Engine.Lots;

/// <summary>
/// Tells the cases of invoices what becomes of their lots, in the commit of what becomes of them. A case is one debtor's part of an invoice:
/// <c>FINESS/number/complement/part</c>. Nothing is told where the site names no process. When its lot closes, the case of the compulsory insurance's part learns under which
/// number the recipient answers; the other part may be answered by the complementary insurance itself. Both learn a stand-in of the insured, never the number.
/// </summary>
internal sealed class LotEvents(string? process, ILotReader reader, CaseBook cases, Func<string, string> pseudonym)
{
    public const string Closed = "closed-in-lot";
    public const string Sent = "lot-sent";
    public const string Accepted = "lot-accepted";
    public const string Refused = "lot-refused";
    public const string Withdrawn = "withdrawn";

    private const int Page = 512;

    /// <summary>The writes that tell every case that has a live invoice in the lot that it closes.</summary>
    /// <param name="lot">The lot, with its number, date and file id.</param>
    /// <param name="layout">What its file is written with.</param>
    /// <param name="ofAppend">Position of the message that holds the file among the appends of the commit.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Stops before anything is committed.</param>
    public ValueTask<IReadOnlyList<JournalWrite>> ClosedAsync(LotRecord lot, LotLayout layout, int ofAppend, DateTimeOffset at, CancellationToken cancellationToken) => WritesAsync(
        Closed,
        lot,
        At(lot, ofAppend, at) with { Payer = layout.Format.NumberOf(layout.Recipient) },
        entry => layout.Format.InsuredOf(entry.Records.Span, layout.Schema),
        cancellationToken);

    /// <summary>The writes that bring any other event to every case that has a live invoice in the lot.</summary>
    /// <param name="name">Name of the event.</param>
    /// <param name="lot">The lot, with its number, date and file id.</param>
    /// <param name="ofAppend">Position of the message that the event comes from among the appends of the commit; -1: the lot's own message.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Stops before anything is committed.</param>
    public ValueTask<IReadOnlyList<JournalWrite>> WritesAsync(string name, LotRecord lot, int ofAppend, DateTimeOffset at, CancellationToken cancellationToken) =>
        WritesAsync(name, lot, At(lot, ofAppend, at), insured: null, cancellationToken);

    private static LotAt At(LotRecord lot, int ofAppend, DateTimeOffset at) => new(lot.Group, lot.Number, lot.Date, lot.FileId, lot.Message, ofAppend, at);

    private async ValueTask<IReadOnlyList<JournalWrite>> WritesAsync(string name, LotRecord lot, LotAt told, Func<LotEntry, string>? insured, CancellationToken cancellationToken)
    {
        if (process is null)
        {
            return [];
        }

        var events = new List<ProcessEvent>(lot.Totals.Invoices);
        var after = 0L;
        while (await reader.EntriesAsync(lot.Id, liveOnly: true, records: insured is not null, after, Page, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            foreach (var entry in page)
            {
                events.AddRange(Of(process, name, told, new(entry.Key, entry.Totals, insured?.Invoke(entry)), pseudonym));
            }

            after = page[^1].Id;
        }

        return (await cases.ApplyAsync(events, cancellationToken).ConfigureAwait(false)).Writes;
    }

    /// <summary>Tells the timers of cases that a commit of such writes was made.</summary>
    public void Committed() => cases.Changed.Ring();

    /// <summary>An event of a lot to each part of an invoice. A part that nothing is asked of is no facture-tiers; an invoice of nothing is the compulsory insurance's.</summary>
    public static IEnumerable<ProcessEvent> Of(string process, string name, LotAt lot, ToldInvoice invoice, Func<string, string> pseudonym)
    {
        var insured = string.IsNullOrEmpty(invoice.Insured) ? null : pseudonym(invoice.Insured);
        if (invoice.Totals.Amo != 0 || invoice.Totals.Amc == 0)
        {
            yield return Of(process, name, lot, invoice.Key, "amo", insured, lot.Payer);
        }

        if (invoice.Totals.Amc != 0)
        {
            yield return Of(process, name, lot, invoice.Key, "amc", insured, payer: null);
        }
    }

    private static ProcessEvent Of(string process, string name, LotAt lot, InvoiceKey key, string part, string? insured, string? payer)
    {
        var date = lot.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        return new()
        {
            Establishment = lot.Group.Establishment,
            World = lot.Group.World,
            Process = process,
            Case = $"{key}/{part}",
            Name = name,
            Identity = string.Create(CultureInfo.InvariantCulture, $"{name}/{lot.Group.Recipient}/{lot.Number}/{date}"), // within its case: a row of history repeats no key
            Values =
            [
                new("lot", Value.Of(lot.Number ?? 0)),
                new("lot_date", Value.OfDate(date)),
                new("file", Value.Of(lot.FileId ?? "")),
                .. Given("payer", payer),
                .. Given("insured", insured),
            ],
            At = lot.At,
            Message = lot.OfAppend >= 0 ? null : lot.Message,
            OfAppend = lot.OfAppend,
        };
    }

    private static IEnumerable<KeyValuePair<string, Value>> Given(string name, string? value)
    {
        if (value is not null)
        {
            yield return new(name, Value.Of(value));
        }
    }
}

/// <summary>What an event says of a lot.</summary>
/// <param name="Group">The lot's.</param>
/// <param name="Number">Its number.</param>
/// <param name="Date">Its date.</param>
/// <param name="FileId">Id of its file.</param>
/// <param name="Message">The message that holds its file.</param>
/// <param name="OfAppend">Position of that message among the appends of the commit; -1: it is there already.</param>
/// <param name="At">When.</param>
internal sealed record LotAt(LotGroup Group, int? Number, DateOnly? Date, string? FileId, long? Message, int OfAppend, DateTimeOffset At)
{
    /// <summary>Number that the recipient answers under; null where the event does not say it.</summary>
    public string? Payer { get; init; }
}

/// <summary>An invoice that an event of its lot is told of. Prints no identity.</summary>
internal readonly record struct ToldInvoice(InvoiceKey Key, LotTotals Totals, string? Insured)
{
    public override string ToString() => "invoice of a lot";
}
