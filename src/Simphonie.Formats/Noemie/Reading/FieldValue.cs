using System.Globalization;
using System.Text;
using Simphonie.Core.Documents;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.Noemie.Reading;

/// <summary>Fields as values: text without its filling, amounts in euros, counts as integers, days as dates. What does not read as its kind stays text.</summary>
internal static class FieldValue
{
    /// <summary>Type of a field in expressions.</summary>
    public static string TypeOf(FixedField field) => field.Content switch
    {
        FieldContent.Count => "integer",
        FieldContent.Decimal => "decimal",
        FieldContent.Date or FieldContent.BirthDate => "date",
        _ => "string",
    };

    /// <param name="field">Which field.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="negative">True when its sign is N.</param>
    /// <param name="notAfter">Day that a birth lies before; null when none is known.</param>
    public static Value Of(FixedField field, ReadOnlySpan<byte> bytes, bool negative, DateOnly? notAfter)
    {
        var trimmed = bytes.TrimEnd((byte)' ');
        if (trimmed.IsEmpty || field.IsFiller)
        {
            return Value.None;
        }

        var isNumber = field.Type == FieldType.Digits && !trimmed.ContainsAnyExceptInRange((byte)'0', (byte)'9');
        return field.Content switch
        {
            FieldContent.Count when isNumber && long.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) =>
                count <= int.MaxValue ? Value.Of((int)count) : Value.OfLong(count),
            FieldContent.Decimal when isNumber && long.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out var units) =>
                Value.Of(new decimal((int)units, (int)(units >> 32), 0, negative && units != 0, (byte)field.Decimals)),
            FieldContent.Date or FieldContent.BirthDate => Day(field, trimmed, notAfter),
            _ => Value.Of(Encoding.Latin1.GetString(trimmed)),
        };
    }

    private static Value Day(FixedField field, ReadOnlySpan<byte> bytes, DateOnly? notAfter)
    {
        if (!bytes.ContainsAnyExcept((byte)'0'))
        {
            return Value.None;
        }

        return FixedDate.Read(bytes, field.Content == FieldContent.BirthDate, notAfter) is { } day
            ? Value.OfDate(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : Value.Of(Encoding.Latin1.GetString(bytes));
    }
}
