using System.Globalization;
using Simphonie.Cli.Output;
using Simphonie.Core.Documents;
using Simphonie.Formats.Noemie.Reading;

namespace Simphonie.Cli.Commands.Formats.Views;

/// <summary>A return as payments with the parts, deductions and single payments in them, and the reasons of rejections; labels are those of the schema.</summary>
internal static class ReturnRows
{
    public static IReadOnlyList<Row> Of(NoemieDocument document)
    {
        var rows = new List<Row>();
        var root = document.Root;
        foreach (var payment in Named(root, "payments"))
        {
            var sum = Named(payment, "parts").Sum(part => Cents(part, "paid")) + Named(payment, "deductions").Sum(one => Cents(one, "amount")) +
                Named(payment, "oneOffPayments").Sum(one => Cents(one, "amount"));
            rows.Add(Line(payment, Text(payment, "label1"), null, Text(payment, "date"), null, sum, null));
            AddParts(Named(payment, "parts"), rows);
            AddMoney(payment, rows);
        }

        AddParts([.. Named(root, "parts").Where(part => Named(part, "payment").Count == 0)], rows);
        return rows;
    }

    private static void AddParts(IReadOnlyList<Node> parts, List<Row> rows)
    {
        foreach (var part in parts)
        {
            var invoice = Named(part, "ofInvoice") is [var one] ? one : default;
            var lot = invoice.IsNone ? "" : Text(invoice, "lotNumber");
            var number = invoice.IsNone ? "" : $"{Text(invoice, "number")} {Text(invoice, "complement")}".TrimEnd();
            rows.Add(Line(part, number, lot.Length > 0 ? lot : null, Label(part, "state"), Cents(part, "asked"), Cents(part, "paid"), null));
            foreach (var reason in Named(part, "rejections"))
            {
                rows.Add(Line(reason, Text(reason, "code"), null, Label(reason, "scope"), null, null, Text(reason, "label")));
            }
        }
    }

    private static void AddMoney(Node payment, List<Row> rows)
    {
        foreach (var deduction in Named(payment, "deductions"))
        {
            rows.Add(Line(deduction, Text(deduction, "debt"), null, Label(deduction, "debtNature"), null, Cents(deduction, "amount"), null));
        }

        foreach (var single in Named(payment, "oneOffPayments"))
        {
            rows.Add(Line(single, Text(single, "code"), null, null, null, Cents(single, "amount"), Named(single, "details") is [var detail, ..] ? Text(detail, "label") : null));
        }
    }

    private static Row Line(Node entity, string reference, string? lot, string? state, long? asked, long? paid, string? reason) => new()
    {
        { "what", ((NoemieDocument)entity.Document).LabelOf(entity.Handle) },
        { "reference", reference },
        { "lot", lot },
        { "state", state },
        { "asked", Euros(asked) },
        { "paid", Euros(paid) },
        { "reason", reason },
        { "path", entity.Place.Path },
    };

    private static string? Euros(long? cents) => cents is { } value ? (value / 100m).ToString("0.00", CultureInfo.InvariantCulture) : null;

    private static List<Node> Named(Node node, string name)
    {
        var into = new List<Node>();
        node.Document.AppendChildren(node.Handle, name, into);
        return into;
    }

    private static string Text(Node node, string name) => Named(node, name) is [var child] ? child.Value.Text : "";

    private static string Label(Node node, string name) =>
        Named(node, name) is [var child] ? ((NoemieDocument)node.Document).CodeLabelOf(child.Handle) ?? child.Value.Text : "";

    private static long Cents(Node node, string name) =>
        decimal.TryParse(Text(node, name), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? (long)(amount * 100) : 0;
}
