using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Values;

/// <summary>Reads the text of a date, date-time or time in the form of FHIR, of any precision; impossible dates are refused.</summary>
internal static class TemporalReader
{
    public static bool TryRead(ReadOnlySpan<char> text, ValueKind kind, out Temporal temporal)
    {
        temporal = default;
        if (kind == ValueKind.Time)
        {
            return TryClock(text, new DateTime(1, 1, 1), out var local, out var precision) && Give(kind, local, precision, null, out temporal);
        }

        var mark = text.IndexOf('T');
        if (!TryDate(mark < 0 ? text : text[..mark], out var date, out var reached))
        {
            return false;
        }

        if (mark < 0)
        {
            return Give(kind, date, reached, null, out temporal);
        }

        var clock = text[(mark + 1)..];
        if (reached != Precision.Day)
        {
            return clock.IsEmpty && Give(kind, date, reached, null, out temporal);
        }

        if (clock.IsEmpty)
        {
            return Give(kind, date, reached, null, out temporal);
        }

        var zone = clock.IndexOfAny('Z', '+', '-');
        TimeSpan? offset = null;
        if (zone >= 0)
        {
            if (!TryOffset(clock[zone..], out var written))
            {
                return false;
            }

            offset = written;
            clock = clock[..zone];
        }

        return TryClock(clock, date, out var moment, out var exact) && Give(kind, moment, exact, offset, out temporal);
    }

    private static bool Give(ValueKind kind, DateTime local, Precision precision, TimeSpan? offset, out Temporal temporal)
    {
        temporal = new Temporal(kind, local, precision, offset);
        return true;
    }

    private static bool TryDate(ReadOnlySpan<char> text, out DateTime date, out Precision precision)
    {
        date = default;
        precision = text.Length switch { 4 => Precision.Year, 7 => Precision.Month, _ => Precision.Day };
        if (text.Length is not (4 or 7 or 10) || !TryDigits(text[..4], out var year))
        {
            return false;
        }

        var month = 1;
        var day = 1;
        if ((text.Length >= 7 && (text[4] != '-' || !TryDigits(text[5..7], out month)))
            || (text.Length == 10 && (text[7] != '-' || !TryDigits(text[8..10], out day))))
        {
            return false;
        }

        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateTime(year, month, day);
        return true;
    }

    private static bool TryClock(ReadOnlySpan<char> text, DateTime date, out DateTime moment, out Precision precision)
    {
        moment = date;
        precision = Precision.Hour;
        if (text.Length < 2 || !TryDigits(text[..2], out var hour) || hour > 23)
        {
            return false;
        }

        moment = date.AddHours(hour);
        if (text.Length == 2)
        {
            return true;
        }

        precision = Precision.Minute;
        if (text.Length < 5 || text[2] != ':' || !TryDigits(text[3..5], out var minute) || minute > 59)
        {
            return false;
        }

        moment = moment.AddMinutes(minute);
        if (text.Length == 5)
        {
            return true;
        }

        precision = Precision.Second;
        if (text.Length < 8 || text[5] != ':' || !TryDigits(text[6..8], out var second) || second > 59)
        {
            return false;
        }

        moment = moment.AddSeconds(second);
        if (text.Length == 8)
        {
            return true;
        }

        precision = Precision.Millisecond;
        return text[8] == '.' && TryFraction(text[9..], out var ticks) && (moment = moment.AddTicks(ticks)) != default;
    }

    private static bool TryFraction(ReadOnlySpan<char> digits, out long ticks)
    {
        ticks = 0;
        if (digits.IsEmpty)
        {
            return false;
        }

        var unit = TimeSpan.TicksPerSecond / 10;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            ticks += (c - '0') * unit;
            unit /= 10;
        }

        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is "Z")
        {
            return true;
        }

        if (text.Length != 6 || text[3] != ':' || !TryDigits(text[1..3], out var hours) || !TryDigits(text[4..6], out var minutes) || hours > 14 || minutes > 59)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            number = (number * 10) + (c - '0');
        }

        return true;
    }
}
