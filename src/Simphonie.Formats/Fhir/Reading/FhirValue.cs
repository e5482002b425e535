using System.Buffers.Text;
using Simphonie.Core.Documents;
using Simphonie.Formats.Fhir.Schema;

namespace Simphonie.Formats.Fhir.Reading;

/// <summary>The primitive value of a node, typed by its schema and, where that says nothing or the JSON is of another kind, by its JSON.</summary>
internal static class FhirValue
{
    public static Value Of(FhirDocument document, int index)
    {
        ref readonly var node = ref document.Nodes[index];
        return node.Kind switch
        {
            JsonKind.True => Value.Of(true),
            JsonKind.False => Value.Of(false),
            JsonKind.Number => OfNumber(document, node),
            JsonKind.String or JsonKind.EscapedString => OfText(document, node, document.TypeAt(index)?.Primitive ?? FhirPrimitive.None),
            _ => Value.None,
        };
    }

    /// <summary>Text of a primitive as a value: dates and times only when they are ones.</summary>
    public static Value OfText(string text, FhirPrimitive primitive) => primitive switch
    {
        FhirPrimitive.Date when FhirLexical.IsDate(text) => Value.OfDate(text),
        FhirPrimitive.DateTime when FhirLexical.IsDateTime(text) => Value.OfDateTime(text),
        FhirPrimitive.Instant when FhirLexical.IsInstant(text) => Value.OfDateTime(text),
        FhirPrimitive.Time when FhirLexical.IsTime(text) => Value.OfTime(text),
        _ => Value.Of(text),
    };

    private static Value OfText(FhirDocument document, in JsonNode node, FhirPrimitive primitive) => OfText(document.TextOf(node), primitive);

    private static Value OfNumber(FhirDocument document, in JsonNode node)
    {
        var text = document.Bytes.Slice(node.Start, node.Length);
        var primitive = node.Type >= 0 ? document.Facts!.Types[node.Type].Primitive : FhirPrimitive.None;
        if (primitive != FhirPrimitive.Decimal && Utf8Parser.TryParse(text, out long number, out var used) && used == text.Length)
        {
            return number is >= int.MinValue and <= int.MaxValue ? Value.Of((int)number) : Value.OfLong(number);
        }

        return Value.OfDecimalText(document.TextOf(node));
    }
}
