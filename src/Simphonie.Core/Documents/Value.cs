using System.Globalization;

namespace Simphonie.Core.Documents;

/// <summary>
/// A primitive value. Decimals keep their written form, so that 1.10 stays 1.10; dates and times keep their precision as text
/// in the form of FHIR (<c>2024</c>, <c>2024-03</c>, <c>2024-03-06T11:00:00+01:00</c>, times <c>11:00:00</c> without the leading T).
/// </summary>
public readonly struct Value : IEquatable<Value>
{
    private readonly string? _text;
    private readonly long _number;

    private Value(ValueKind kind, string? text, long number)
    {
        Kind = kind;
        _text = text;
        _number = number;
    }

    public static Value None => default;

    public ValueKind Kind { get; }

    public bool IsNone => Kind == ValueKind.None;

    public static Value Of(bool value) => new(ValueKind.Boolean, null, value ? 1 : 0);

    public static Value Of(string value) => new(ValueKind.String, value, 0);

    public static Value Of(int value) => new(ValueKind.Integer, null, value);

    public static Value OfLong(long value) => new(ValueKind.Long, null, value);

    public static Value Of(decimal value) => new(ValueKind.Decimal, value.ToString(CultureInfo.InvariantCulture), 0);

    /// <summary>A decimal as it was written, of any length and exponent.</summary>
    public static Value OfDecimalText(string text) => new(ValueKind.Decimal, text, 0);

    public static Value OfDate(string text) => new(ValueKind.Date, text, 0);

    public static Value OfDateTime(string text) => new(ValueKind.DateTime, text, 0);

    public static Value OfTime(string text) => new(ValueKind.Time, text, 0);

    /// <summary>A quantity as FHIRPath writes it: <c>10 'mg'</c> or <c>4 days</c>.</summary>
    public static Value OfQuantity(string text) => new(ValueKind.Quantity, text, 0);

    public bool Boolean => Kind == ValueKind.Boolean && _number != 0;

    /// <summary>The number of an Integer or Long.</summary>
    public long Integer => _number;

    /// <summary>The text: contents of a String, the written form of everything else. Empty for None.</summary>
    public string Text => Kind switch
    {
        ValueKind.Boolean => _number != 0 ? "true" : "false",
        ValueKind.Integer or ValueKind.Long => _number.ToString(CultureInfo.InvariantCulture),
        _ => _text ?? "",
    };

    public bool Equals(Value other) => Kind == other.Kind && _number == other._number && string.Equals(_text, other._text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, _number, _text);

    public static bool operator ==(Value left, Value right) => left.Equals(right);

    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    /// <summary>Contents are never printed by accident: only the kind is.</summary>
    public override string ToString() => Kind.ToString();
}
