using System.Buffers;
using System.Globalization;
using Simphonie.Core.Documents;
using Simphonie.Formats.Noemie.Schemas;
using Simphonie.Formats.Noemie.Writing;
using Simphonie.Simulators.Amo.Receiving;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>Writes a return: for each establishment one transfer, below it its lots, and in them every invoice with its parts, paid or rejected.</summary>
internal sealed class ReturnComposer(NoemieSchema form)
{
    private const string Exchange = "0908";
    private const string ElectronicFlow = "01";
    private const string FictitiousAmc = "0099999999";

    // Levels of the usual nesting: establishment, payment, lot, invoice, what lies in it, reason.
    private const int Agent = 1;
    private const int Payment = 2;
    private const int Lot = 3;
    private const int Invoice = 4;
    private const int Part = 5;
    private const int Reason = 6;

    /// <summary>Null when something does not fit its field.</summary>
    public byte[]? Compose(SentFile file, IReadOnlyList<ReturnLot> plan, DateOnly day)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new ReturnWriter(form, output, blocked: true);
        AnswerHeader.Write(writer, file, Exchange, day);
        var transfer = 0;
        foreach (var lots in plan.GroupBy(lot => lot.Sent.Payee, StringComparer.Ordinal))
        {
            var reference = string.Create(CultureInfo.InvariantCulture, $"SIMULATION {file.Head.AnswerId()} {++transfer:00}");
            writer.Write("agent", Agent, ("number", Value.Of(lots.Key)));
            writer.Write("payee", Payment, ("number", Value.Of(lots.Key)));
            writer.Write("transfer", Payment, ("date", AnswerHeader.Day(day)), ("label1", Value.Of(reference)), ("label2", Value.Of(AnswerHeader.Marking)));
            writer.Write("returnKind", Payment, ("kind", Value.Of(ElectronicFlow)));
            foreach (var lot in lots)
            {
                Write(writer, lot);
            }
        }

        writer.End();
        return writer.Fits ? output.WrittenSpan.ToArray() : null;
    }

    private static void Write(ReturnWriter writer, ReturnLot lot)
    {
        var number = Value.Of(lot.Sent.Number.ToString("000", CultureInfo.InvariantCulture));
        var date = AnswerHeader.Day(lot.Sent.Date);
        writer.Write("lot", Lot, ("date", date), ("number", number));
        foreach (var line in lot.Lines)
        {
            var invoice = line.Invoice;
            writer.Write(
                "invoice",
                Invoice,
                ("number", Value.Of(invoice.Key.Number)),
                ("complement", Value.Of(invoice.Key.Complement)),
                ("lotNumber", number),
                ("lotDate", date),
                ("kind", Value.Of("B")),
                ("date", invoice.InvoicedOn is { } invoiced ? AnswerHeader.Day(invoiced) : Value.None));
            writer.Write(
                "people",
                Part,
                ("nir", Value.Of(invoice.Insured)),
                ("nirKey", Value.Of(invoice.InsuredKey)),
                ("birthDate", Value.Of(invoice.Birth)),
                ("birthRank", Value.Of(invoice.BirthRank)));
            WritePart(writer, line, "amoPart", invoice.Amo, "O");
            if (invoice.Amc > 0)
            {
                WritePart(writer, line, "amcPart", invoice.Amc, "C", ("amc", AmcNumber(invoice)));
            }
        }
    }

    private static void WritePart(ReturnWriter writer, ReturnLine line, string entity, long asked, string part, params ReadOnlySpan<(string Field, Value Value)> more)
    {
        var paid = line.Reason is not null ? 0 : line.IsTakenBack ? -asked : asked;
        writer.Write(entity, Part, [("asked", Euros(asked)), ("state", Value.Of(line.Reason is null ? "P" : "R")), ("paid", Euros(paid)), .. more]);
        if (line.Reason is { } reason)
        {
            writer.Write("rejection", Reason, ("code", Value.Of(reason.Code)), ("label", Value.Of(reason.Label)), ("scope", Value.Of("F")), ("part", Value.Of(part)));
        }
    }

    /// <summary>The field of a return must hold digits; an invoice may name no organism, or one in letters.</summary>
    private static Value AmcNumber(SentInvoice invoice) =>
        Value.Of(invoice.AmcNumber.Length == 0 || invoice.AmcNumber.AsSpan().ContainsAnyExceptInRange('0', '9') ? FictitiousAmc : invoice.AmcNumber);

    private static Value Euros(long cents) => Value.Of(cents / 100m);
}
