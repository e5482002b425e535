using System.Globalization;
using System.Text;
using Simphonie.Core.Documents;
using Simphonie.Formats.FixedWidth;
using Simphonie.Formats.FixedWidth.Checking;

namespace Simphonie.Formats.B2.Reading;

/// <summary>Fields as values: amounts as decimals, counts as whole numbers, days as dates, the rest as text. What cannot be read so is its text.</summary>
internal static class FieldValue
{
    /// <summary>False when the field says nothing: blank, or zeros where those mean that.</summary>
    public static bool IsGiven(FixedField field, ReadOnlySpan<byte> record)
    {
        var bytes = field.In(record);
        return bytes.IndexOfAnyExcept((byte)' ') >= 0
            && (bytes.IndexOfAnyExcept((byte)'0') >= 0 || !MeansNone(field));
    }

    public static Value Of(FixedRecord layout, FixedField field, ReadOnlySpan<byte> record)
    {
        if (!IsGiven(field, record))
        {
            return Value.None;
        }

        var bytes = field.In(record);
        switch (field.Content)
        {
            case FieldContent.Count or FieldContent.Decimal when FixedNumber.TryRead(bytes, out var number):
                return field.Content == FieldContent.Decimal ? Value.OfDecimalText(Decimal(number, field.Decimals))
                    : number <= int.MaxValue ? Value.Of((int)number)
                    : Value.OfLong(number);
            case FieldContent.Date or FieldContent.BirthDate when field.Length == FixedDate.Length && FixedDate.Read(bytes, field.Content == FieldContent.BirthDate, NotAfter(layout, field, record)) is { } day:
                return Value.OfDate(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            default:
                return Value.Of(Encoding.Latin1.GetString(bytes.TrimEnd((byte)' ')));
        }
    }

    private static bool MeansNone(FixedField field) =>
        FieldTest.ZeroMeansNone(field) && field.Content is not (FieldContent.Count or FieldContent.Decimal) && field.Codes is null;

    /// <summary>The day in the same record that a birth does not lie after.</summary>
    private static DateOnly? NotAfter(FixedRecord layout, FixedField field, ReadOnlySpan<byte> record) =>
        field.NotAfter is { } name && layout.Field(name) is { } care ? FixedDate.Read(care.In(record), birth: false, null) : null;

    private static string Decimal(long number, int decimals)
    {
        Span<char> digits = stackalloc char[24];
        number.TryFormat(digits, out var length, "D" + (decimals + 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return decimals == 0 ? digits[..length].ToString() : string.Concat(digits[..(length - decimals)], ".", digits[(length - decimals)..length]);
    }
}
