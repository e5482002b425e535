using System.Buffers;
using System.Globalization;
using Simphonie.Core.Documents;
using Simphonie.Formats.Noemie.Schemas;
using Simphonie.Formats.Noemie.Writing;
using Simphonie.Simulators.Amo.Receiving;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>Writes a return: for each establishment one transfer with its other money, below it its lots, and in them every invoice.</summary>
internal sealed class ReturnComposer(NoemieSchema form)
{
    private const string Exchange = "0908";
    private const string ElectronicFlow = "01";
    private const int Agent = 1;

    /// <summary>Level of the recipient of a payment and of what is said of the payment.</summary>
    public const int Payment = 2;

    /// <summary>Null when something does not fit its field.</summary>
    /// <param name="file">File that is answered.</param>
    /// <param name="id">File id of the return.</param>
    /// <param name="plan">What it says of invoices.</param>
    /// <param name="money">What else an establishment is paid, by its FINESS.</param>
    /// <param name="day">Date of the return and of its transfers.</param>
    public byte[]? Compose(SentFile file, string id, IReadOnlyList<ReturnLot> plan, Func<string, OtherMoney> money, DateOnly day)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new ReturnWriter(form, output, blocked: true);
        AnswerHeader.Write(writer, file, id, Exchange, day);
        var transfer = 0;
        foreach (var lots in plan.GroupBy(lot => lot.Sent.Payee, StringComparer.Ordinal))
        {
            var reference = string.Create(CultureInfo.InvariantCulture, $"SIMULATION {id} {++transfer:00}");
            writer.Write("agent", Agent, ("number", Value.Of(lots.Key)));
            writer.Write("payee", Payment, ("number", Value.Of(lots.Key)));
            writer.Write("transfer", Payment, ("date", AnswerHeader.Day(day)), ("label1", Value.Of(reference)), ("label2", Value.Of(AnswerHeader.Marking)));
            MoneyWriter.Write(writer, money(lots.Key), day);
            writer.Write("returnKind", Payment, ("kind", Value.Of(ElectronicFlow)));
            foreach (var lot in lots)
            {
                InvoiceWriter.Write(writer, lot);
            }
        }

        writer.End();
        return writer.Fits ? output.WrittenSpan.ToArray() : null;
    }

    public static Value Euros(long cents) => Value.Of(cents / 100m);
}
