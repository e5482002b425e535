using System.Globalization;
using Simphonie.Cli.Output;
using Simphonie.Core.Lots;

namespace Simphonie.Cli.Commands.Lots;

/// <summary>Lots and their invoices as rows. Amounts in euros.</summary>
internal static class LotRows
{
    public static Row Summary(LotRecord lot) => new()
    {
        { "id", lot.Id },
        { "state", State(lot) },
        { "recipient", lot.Group.Recipient },
        { "kind", lot.Group.Kind },
        { "number", lot.Number },
        { "date", Date(lot.Date) },
        { "file", lot.FileId },
        { "invoices", lot.Totals.Invoices },
        { "billed", Euros(lot.Totals.Billed) },
        { "message", lot.Message },
    };

    public static Row Sheet(LotRecord lot) => new()
    {
        { "id", lot.Id },
        { "state", State(lot) },
        { "world", lot.Group.World.ToString().ToLowerInvariant() },
        { "recipient", lot.Group.Recipient },
        { "scheme", lot.Group.Scheme },
        { "caisse", lot.Group.Fund },
        { "kind", lot.Group.Kind },
        { "schema", lot.Group.Schema },
        { "number", lot.Number },
        { "date", Date(lot.Date) },
        { "file", lot.FileId },
        { "opened", lot.OpenedAt },
        { "closes", lot.ClosesAt },
        { "closed", lot.ClosedAt },
        { "changed", lot.ChangedAt },
        { "invoices", lot.Totals.Invoices },
        { "records", lot.Totals.Records },
        { "billed", Euros(lot.Totals.Billed) },
        { "amo", Euros(lot.Totals.Amo) },
        { "amc", Euros(lot.Totals.Amc) },
        { "message", lot.Message },
        { "former", lot.Former },
        { "cause", lot.Cause },
    };

    public static Row Entry(LotEntry entry) => new()
    {
        { "invoice", entry.Key.Number },
        { "complement", entry.Key.Complement },
        { "state", entry.State.ToString().ToLowerInvariant() },
        { "invoiced", Date(entry.InvoicedOn) },
        { "billed", Euros(entry.Totals.Billed) },
        { "amo", Euros(entry.Totals.Amo) },
        { "amc", Euros(entry.Totals.Amc) },
        { "message", entry.Message },
        { "added", entry.At },
    };

    private static string State(LotRecord lot) => lot.Held ? "held" : lot.State.ToString().ToLowerInvariant();

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Euros(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
