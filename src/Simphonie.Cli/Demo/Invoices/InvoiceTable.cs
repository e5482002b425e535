using System.Globalization;
using Simphonie.Cli.Output;

namespace Simphonie.Cli.Demo.Invoices;

/// <summary>Prints where each invoice of the day ended, and that the amounts add up.</summary>
internal sealed class InvoiceTable(Printer printer)
{
    private const decimal CentsOfEuro = 100;

    public bool Show(IReadOnlyList<InvoiceOutcome> outcomes, int lots)
    {
        var parts = outcomes.SelectMany(outcome => outcome.Parts).ToList();
        var total = parts.Aggregate(default(InvoiceAmounts), (sum, part) => sum + part.Amounts);
        printer.Line("");
        printer.Rows([.. outcomes.SelectMany(Rows), RowOf("total", "", "", "", default, total, total.AddsUp)]);
        var wrong = outcomes.Where(outcome => !outcome.IsExpected).ToList();
        foreach (var outcome in wrong)
        {
            printer.Error($"{outcome.Invoice.Entry.Name}: expected {outcome.Invoice.Entry.Handling}, {outcome.Invoice.Entry.WorkItems} work items, {string.Join(" or ", outcome.Invoice.Entry.Becomes)}; was {outcome.Handling}, {outcome.WorkItems}, {string.Join(' ', outcome.Parts.Select(part => part.State))}");
        }

        printer.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{outcomes.Count - wrong.Count} of {outcomes.Count} invoices ended as expected, in {lots} lots; asked {Euro(total.Asked)} = paid {Euro(total.Paid)} + rejected {Euro(total.Rejected)} + open {Euro(total.Open)} EUR."));
        return wrong.Count == 0 && total.AddsUp;
    }

    private static IEnumerable<Row> Rows(InvoiceOutcome outcome) => outcome.Parts.Count == 0
        ? [RowOf(outcome.Invoice.Entry.Name, Shown(outcome), "", outcome.Handling, outcome.WorkItems, default, outcome.IsExpected)]
        : outcome.Parts.Select(part => RowOf(outcome.Invoice.Entry.Name, Shown(outcome), part.Debtor, part.State, outcome.WorkItems, part.Amounts, outcome.IsExpected, part.Lot));

    private static Row RowOf(string name, string number, string debtor, string state, int? work, InvoiceAmounts amounts, bool expected, string? lot = null) => new()
    {
        { "invoice", name },
        { "number", number },
        { "debtor", debtor },
        { "lot", lot ?? "" },
        { "state", state },
        { "asked", Euro(amounts.Asked) },
        { "paid", Euro(amounts.Paid) },
        { "rejected", Euro(amounts.Rejected) },
        { "open", Euro(amounts.Open) },
        { "work", work },
        { "expected", expected },
    };

    private static string Shown(InvoiceOutcome outcome) => outcome.Invoice.Number[..^6];

    private static string Euro(long cents) => (cents / CentsOfEuro).ToString("0.00", CultureInfo.InvariantCulture);
}
