using System.Text.Json;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Fhir.Door;

/// <summary>What is posted to the base address: a Bundle of type message or collection. A transaction or batch asks for what the door does not do.</summary>
internal sealed class BundleInspector : IMessageInspector
{
    private static readonly ExpectedInspector _bundle = new("Bundle", []);

    public Inspection Inspect(ReadOnlySpan<byte> head)
    {
        var inspection = _bundle.Inspect(head);
        if (!inspection.Readable || IsTaken(head))
        {
            return inspection;
        }

        var fault = Diagnostic.Of(FhirChannelCodes.WrongBundle, Place.InMessage("Bundle.type"), "the base address takes Bundles of type message and collection");
        return inspection with { Readable = false, Findings = [.. inspection.Findings, fault] };
    }

    /// <summary>Looks at <c>Bundle.type</c>. In a cut head it may still be to come, behind the entries: the doubt is the sender's benefit.</summary>
    private static bool IsTaken(ReadOnlySpan<byte> head)
    {
        var reader = new Utf8JsonReader(head, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 65 }));
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("type"u8))
            {
                return reader.Read() && reader.TokenType == JsonTokenType.String && (reader.ValueTextEquals("message"u8) || reader.ValueTextEquals("collection"u8));
            }
        }

        return head.Length >= Payload.InlineLimit;
    }
}
