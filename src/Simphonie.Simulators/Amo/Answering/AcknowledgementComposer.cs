using System.Buffers;
using System.Globalization;
using Simphonie.Core.Documents;
using Simphonie.Formats.Noemie.Schemas;
using Simphonie.Formats.Noemie.Writing;
using Simphonie.Simulators.Amo.Receiving;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>Writes the acknowledgement of a file on the hub's own profile: each lot accepted or refused.</summary>
internal sealed class AcknowledgementComposer(NoemieSchema form)
{
    private const string Exchange = "ARL1";

    /// <summary>Null when something does not fit its field.</summary>
    /// <param name="file">File that is acknowledged.</param>
    /// <param name="refusal">Why a lot is refused, null when it is not.</param>
    /// <param name="day">Date of the acknowledgement.</param>
    public byte[]? Compose(SentFile file, Func<SentLot, LotRefusal?> refusal, DateOnly day)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new ReturnWriter(form, output, blocked: true);
        AnswerHeader.Write(writer, file, file.Head.AnswerId(), Exchange, day);
        foreach (var lots in file.Lots.GroupBy(lot => lot.Payee, StringComparer.Ordinal))
        {
            writer.Write("payee", 1, ("number", Value.Of(lots.Key)));
            foreach (var lot in lots)
            {
                var refused = refusal(lot);
                writer.Write(
                    "lotAnswer",
                    2,
                    ("file", Value.Of(file.Head.FileId)),
                    ("number", Value.Of(lot.Number.ToString("000", CultureInfo.InvariantCulture))),
                    ("date", AnswerHeader.Day(lot.Date)),
                    ("result", Value.Of(refused is null ? "A" : "R")),
                    ("code", Value.Of(refused?.Code ?? "")),
                    ("label", Value.Of(refused?.Label ?? AnswerHeader.Marking)));
            }
        }

        writer.End();
        return writer.Fits ? output.WrittenSpan.ToArray() : null;
    }
}
