using System.Globalization;
using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Writing;

/// <summary>
/// Writes values into fields: numbers to the right and filled with zeros, text to the left and filled with spaces, amounts in cents, days as AAMMJJ.
/// Nothing is cut off or rounded: what does not fit is refused.
/// </summary>
internal static class FieldText
{
    private const int FirstYear = 1900 + FixedDate.Pivot;
    private const int LastYear = FirstYear + 99;

    /// <summary>Null when the value was written; the field is unchanged otherwise.</summary>
    public static DiagnosticCode? Write(FixedField field, Value value, CharacterTable characters, Span<byte> record)
    {
        var bytes = record.Slice(field.Start, field.Length);
        return field.Content switch
        {
            FieldContent.Count or FieldContent.Decimal => Number(value.Text, field.Decimals, bytes),
            FieldContent.Date or FieldContent.BirthDate when field.Length == FixedDate.Length => Day(value.Text, field.Content == FieldContent.BirthDate, bytes),
            _ when field.Type == FieldType.Digits => Digits(value.Text, field.Key == FieldKey.Finess, bytes),
            _ => Text(value.Text, characters, bytes),
        };
    }

    private static DiagnosticCode? Number(string text, int decimals, Span<byte> bytes)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < 0)
        {
            return B2Codes.UnfitValue;
        }

        var scaled = number;
        for (var at = 0; at < decimals; at++)
        {
            if (scaled > decimal.MaxValue / 10)
            {
                return B2Codes.DoesNotFit;
            }

            scaled *= 10;
        }

        if (scaled != decimal.Truncate(scaled))
        {
            return B2Codes.TooManyDecimals;
        }

        Span<byte> written = stackalloc byte[bytes.Length];
        if (scaled > long.MaxValue || !FixedNumber.TryWrite((long)scaled, written))
        {
            return B2Codes.DoesNotFit;
        }

        written.CopyTo(bytes);
        return null;
    }

    /// <summary>Takes a date of FHIR, or six digits as they are. The year must come out again as it went in.</summary>
    private static DiagnosticCode? Day(string text, bool birth, Span<byte> bytes)
    {
        var digits = text;
        if (text.Length >= 10 && text[4] == '-' && text[7] == '-')
        {
            if (!int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                return B2Codes.UnfitValue;
            }

            if (!birth && year is < FirstYear or > LastYear)
            {
                return B2Codes.DoesNotFit;
            }

            digits = string.Concat(text.AsSpan(2, 2), text.AsSpan(5, 2), text.AsSpan(8, 2));
        }

        Span<byte> written = stackalloc byte[FixedDate.Length];
        if (digits.Length != FixedDate.Length || !Encoding.ASCII.TryGetBytes(digits, written, out var length) || length != written.Length
            || !(birth ? FixedDate.IsBirth(written) : FixedDate.IsDay(written)))
        {
            return B2Codes.UnfitValue;
        }

        written.CopyTo(bytes);
        return null;
    }

    private static DiagnosticCode? Digits(string text, bool mayBeCorsican, Span<byte> bytes)
    {
        if (text.Length == 0 || text.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var at && !(mayBeCorsican && at == 1 && text[1] is 'A' or 'B'))
        {
            return B2Codes.UnfitValue;
        }

        if (text.Length > bytes.Length)
        {
            return B2Codes.DoesNotFit;
        }

        bytes.Fill((byte)'0');
        Encoding.ASCII.GetBytes(text, bytes[^text.Length..]);
        return null;
    }

    private static DiagnosticCode? Text(string text, CharacterTable characters, Span<byte> bytes)
    {
        if (characters.ToAscii(text) is not { } ascii)
        {
            return B2Codes.UnfitCharacter;
        }

        if (ascii.Length > bytes.Length)
        {
            return B2Codes.DoesNotFit;
        }

        bytes.Fill((byte)' ');
        Encoding.ASCII.GetBytes(ascii, bytes);
        return null;
    }
}
