using Simphonie.Core.Documents;
using Simphonie.Formats.Fhir.Reading;
using Simphonie.Formats.Fhir.Schema;

namespace Simphonie.Formats.Fhir.Writing;

/// <summary>Turns a value of an expression into one of a primitive type of FHIR, without changing what it says.</summary>
internal static class PrimitiveConversion
{
    public static bool TryConvert(Value value, FhirPrimitive primitive, out Value converted)
    {
        switch (primitive)
        {
            case FhirPrimitive.Boolean:
                converted = value.Kind == ValueKind.Boolean ? value : value.Text switch { "true" => Value.Of(true), "false" => Value.Of(false), _ => Value.None };
                return !converted.IsNone;
            case FhirPrimitive.Integer or FhirPrimitive.PositiveInt or FhirPrimitive.UnsignedInt:
                converted = TryInteger(value.Text, primitive, out var number) ? Value.Of(number) : Value.None;
                return !converted.IsNone;
            case FhirPrimitive.Decimal:
                converted = JsonNumber.IsOne(value.Text) ? Value.OfDecimalText(value.Text) : Value.None;
                return !converted.IsNone;
            default:
                converted = Value.Of(Text(value, primitive));
                return FhirLexical.IsText(converted.Text, primitive);
        }
    }

    private static string Text(Value value, FhirPrimitive primitive) =>
        value.Kind == ValueKind.DateTime && primitive is FhirPrimitive.DateTime or FhirPrimitive.Instant ? WithSeconds(value.Text) : value.Text;

    /// <summary>FHIR asks for seconds and lets senders fill them with zeros (datatypes, dateTime): HL7 v2 and paper stop at minutes.</summary>
    private static string WithSeconds(string text) =>
        text.Length > 16 && text[10] == 'T' && text[13] == ':' && text[16] != ':' ? text[..16] + ":00" + text[16..] : text;

    private static bool TryInteger(string text, FhirPrimitive primitive, out int number) =>
        int.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out number)
        && number >= (primitive switch { FhirPrimitive.PositiveInt => 1, FhirPrimitive.UnsignedInt => 0, _ => int.MinValue });
}
