using System.Globalization;
using Simphonie.Core.Documents;
using Simphonie.Core.Returns;
using Simphonie.Formats.Noemie.Writing;
using Simphonie.Simulators.Amo.Receiving;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>Writes a lot of a return: every invoice with its insured and its parts, each with its reason when it is rejected.</summary>
internal static class InvoiceWriter
{
    private const string FictitiousAmc = "0099999999";

    // Levels of the usual nesting: lot, invoice, what lies in it, reason.
    private const int Lot = 3;
    private const int Invoice = 4;
    private const int Part = 5;
    private const int Reason = 6;

    public static void Write(ReturnWriter writer, ReturnLot lot)
    {
        var number = Value.Of(lot.Sent.Number.ToString("000", CultureInfo.InvariantCulture));
        var date = AnswerHeader.Day(lot.Sent.Date);
        writer.Write("lot", Lot, ("date", date), ("number", number));
        foreach (var line in lot.Lines)
        {
            Write(writer, line, number, date);
        }
    }

    private static void Write(ReturnWriter writer, ReturnLine line, Value lot, Value lotDate)
    {
        var invoice = line.Invoice;
        writer.Write(
            "invoice",
            Invoice,
            ("number", Value.Of(invoice.Key.Number)),
            ("complement", Value.Of(invoice.Key.Complement)),
            ("lotNumber", lot),
            ("lotDate", lotDate),
            ("kind", Value.Of("B")),
            ("date", invoice.InvoicedOn is { } invoiced ? AnswerHeader.Day(invoiced) : Value.None));
        writer.Write(
            "people",
            Part,
            ("nir", Value.Of(invoice.Insured)),
            ("nirKey", Value.Of(invoice.InsuredKey)),
            ("birthDate", Value.Of(invoice.Birth)),
            ("birthRank", Value.Of(invoice.BirthRank)));
        Write(writer, line.Amo, "amoPart", invoice.Amo, "O");
        Write(writer, line.Amc, "amcPart", invoice.Amc, "C", ("amc", AmcNumber(invoice)));
    }

    private static void Write(ReturnWriter writer, PartAnswer? part, string entity, long asked, string debtor, params ReadOnlySpan<(string Field, Value Value)> more)
    {
        if (part is null)
        {
            return;
        }

        var state = part.State switch { PartState.Paid => "P", PartState.Rejected => "R", _ => "D" };
        writer.Write(entity, Part, [("asked", ReturnComposer.Euros(asked)), ("state", Value.Of(state)), ("paid", ReturnComposer.Euros(part.Paid)), .. more]);
        if (part.Reason is { } reason)
        {
            writer.Write("rejection", Reason, ("code", Value.Of(reason.Code)), ("label", Value.Of(reason.Label)), ("scope", Value.Of("F")), ("part", Value.Of(debtor)));
        }
    }

    /// <summary>The field of a return must hold digits; an invoice may name no organism, or one in letters.</summary>
    private static Value AmcNumber(SentInvoice invoice) =>
        Value.Of(invoice.AmcNumber.Length == 0 || invoice.AmcNumber.AsSpan().ContainsAnyExceptInRange('0', '9') ? FictitiousAmc : invoice.AmcNumber);
}
