using System.Globalization;
using Simphonie.Core.Documents;
using Simphonie.Formats.Noemie.Writing;
using Simphonie.Simulators.Amo.Receiving;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>Writes the entity 000 of an answer: sender and recipient of the file swapped, and in the message zone that it is not normative.</summary>
internal static class AnswerHeader
{
    public const string Marking = "SIMULATEUR NON NORMATIF";

    private const int BlockLength = 128;

    public static void Write(ReturnWriter writer, SentFile file, string id, string exchange, DateOnly day) => writer.Write(
        "header",
        level: 0,
        ("issuerType", Value.Of(file.Head.RecipientType)),
        ("issuer", Value.Of(file.Head.Recipient)),
        ("recipientType", Value.Of(file.Head.SenderType)),
        ("recipient", Value.Of(file.Head.Sender)),
        ("application", Value.Of("NO")),
        ("file", Value.Of(id)),
        ("created", Day(day)),
        ("exchange", Value.Of(exchange)),
        ("compaction", Value.Of("N")),
        ("encryption", Value.Of("N")),
        ("currency", Value.Of("U")),
        ("world", Value.Of(file.World)),
        ("blockLength", Value.Of(BlockLength)),
        ("message", Value.Of(Marking)));

    public static Value Day(DateOnly day) => Value.OfDate(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
