using System.Globalization;

namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>The form of HL7 times: <c>YYYY[MM[DD[HH[MM[SS[.S…]]]]]][+/-ZZZZ]</c> (v2.5, 2.A.21 and 2.A.22).</summary>
public static class Hl7Time
{
    /// <summary>Where French senders are when they give no offset.</summary>
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Form alone: digits in the right number. Whether the day exists is another question, see <see cref="IsInCalendar"/>.</summary>
    public static bool IsWellFormed(ReadOnlySpan<byte> text, bool dateOnly)
    {
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = digits < 0 ? text.Length : digits;
        if (digits is not (4 or 6 or 8) && (dateOnly || digits is not (10 or 12 or 14)))
        {
            return false;
        }

        var rest = text[digits..];
        if (!dateOnly && digits == 14 && !rest.IsEmpty && rest[0] == (byte)'.')
        {
            var end = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            end = end < 0 ? rest.Length - 1 : end;
            if (end is 0 or > 4)
            {
                return false;
            }

            rest = rest[(end + 1)..];
        }

        return rest.IsEmpty || (!dateOnly && rest.Length == 5 && rest[0] is (byte)'+' or (byte)'-' && !rest[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9'));
    }

    /// <summary>True when a well-formed text names a month, day and time that exist. Lunar dates, with a month above 12 or a day above 31, do not.</summary>
    public static bool IsInCalendar(ReadOnlySpan<byte> text)
    {
        var year = Number(text, 0, 4, 1);
        var month = Number(text, 4, 2, 1);
        var day = Number(text, 6, 2, 1);
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) &&
            Number(text, 8, 2, 0) < 24 && Number(text, 10, 2, 0) < 60 && Number(text, 12, 2, 0) < 60;
    }

    /// <summary>The instant of a time that is precise to the day at least; Europe/Paris where it has no offset. False for anything else.</summary>
    public static bool TryInstant(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length < 8 || !IsWellFormed(text, dateOnly: false) || !IsInCalendar(text))
        {
            return false;
        }

        var local = new DateTime(Number(text, 0, 4, 1), Number(text, 4, 2, 1), Number(text, 6, 2, 1), Number(text, 8, 2, 0), Number(text, 10, 2, 0), Number(text, 12, 2, 0), DateTimeKind.Unspecified);
        var sign = text.LastIndexOfAny((byte)'+', (byte)'-');
        if (sign < 0)
        {
            instant = new DateTimeOffset(local, Paris.GetUtcOffset(local));
            return true;
        }

        var minutes = (Number(text, sign + 1, 2, 0) * 60) + Number(text, sign + 3, 2, 0);
        if (minutes > 14 * 60)
        {
            return false;
        }

        instant = new DateTimeOffset(local, TimeSpan.FromMinutes(text[sign] == (byte)'-' ? -minutes : minutes));
        return true;
    }

    private static int Number(ReadOnlySpan<byte> text, int from, int length, int otherwise) =>
        text.Length >= from + length && int.TryParse(text.Slice(from, length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
