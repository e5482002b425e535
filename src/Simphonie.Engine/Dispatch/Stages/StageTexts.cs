using System.Buffers;
using System.Text;
using System.Text.Json;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Engine.Dispatch.Stages;

/// <summary>
/// Texts that a stage has named, kept as one document of the stage: a route may name a score of small values, and the journal would pay
/// a row and a payload for each.
/// </summary>
internal static class StageTexts
{
    /// <summary>A name that no definition can give.</summary>
    private const string Name = "%texts";

    private const string Format = "texts";

    /// <summary>What is to be kept of what a stage made.</summary>
    public static IEnumerable<MadeDocument> Fold(IReadOnlyList<MadeDocument> made)
    {
        var texts = made.Where(static one => one.Format == StoredDocuments.TextFormat).ToList();
        return texts.Count < 2 ? made : made.Where(static one => one.Format != StoredDocuments.TextFormat).Append(new(Name, Format, null, null, Write(texts)));
    }

    /// <summary>The documents of a stage, each text under its name again.</summary>
    public static IEnumerable<StageDocument> Unfold(IEnumerable<StageDocument> kept) =>
        kept.SelectMany(static document => document.Format == Format ? Read(document.Body) : [document]);

    private static ReadOnlyMemory<byte> Write(List<MadeDocument> texts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var text in texts)
            {
                writer.WriteString(text.Name, text.Bytes.Span);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static List<StageDocument> Read(Payload body)
    {
        using var lease = body.Lease();
        using var values = JsonDocument.Parse(lease.Memory);
        return [.. values.RootElement.EnumerateObject().Select(static text =>
            new StageDocument(text.Name, StoredDocuments.TextFormat, null, new InlinePayload(Encoding.UTF8.GetBytes(text.Value.GetString()!))))];
    }
}
