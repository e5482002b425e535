using System.Globalization;
using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath.Values;

namespace Simphonie.Formats.FhirPath.Functions.French;

/// <summary>Reads the times of HL7 v2 (<c>yyyy[MM[dd[HH[mm[ss[.ffff]]]]]][±hhmm]</c>) and of FHIR alike.</summary>
internal static class Hl7Time
{
    public static bool TryRead(Value value, out Temporal moment)
    {
        if (Temporal.IsTemporal(value))
        {
            return Temporal.TryGet(value, out moment) && moment.Kind != ValueKind.Time;
        }

        moment = default;
        return value.Kind == ValueKind.String && TryRead(value.Text, out moment);
    }

    public static bool TryRead(string text, out Temporal moment)
    {
        var trimmed = text.AsSpan().Trim();
        return trimmed.Length > 4 && trimmed[4] == '-' && !IsOffset(trimmed)
            ? Temporal.TryParse(trimmed, ValueKind.DateTime, out moment)
            : TryPacked(trimmed, out moment);
    }

    /// <summary>The form of HL7 v2, to the precision it has; with an offset when it has one.</summary>
    public static string Write(Temporal moment)
    {
        var local = moment.Offset is null ? moment.Local : moment.InParis;
        var form = moment.Precision switch
        {
            Precision.Year => "yyyy",
            Precision.Month => "yyyyMM",
            Precision.Day => "yyyyMMdd",
            Precision.Hour => "yyyyMMddHH",
            Precision.Minute => "yyyyMMddHHmm",
            _ => "yyyyMMddHHmmss",
        };
        return local.ToString(form, CultureInfo.InvariantCulture);
    }

    /// <summary>A year alone with an offset (<c>2024-0500</c>) is no date of FHIR.</summary>
    private static bool IsOffset(ReadOnlySpan<char> text) => text.Length == 9 && !text[5..].Contains('-');

    private static bool TryPacked(ReadOnlySpan<char> text, out Temporal moment)
    {
        moment = default;
        var zone = text.IndexOfAny('+', '-');
        var body = zone < 0 ? text : text[..zone];
        var point = body.IndexOf('.');
        var digits = point < 0 ? body : body[..point];
        Span<char> form = stackalloc char[40];
        if (digits.Length is not (4 or 6 or 8 or 10 or 12 or 14) || (point >= 0 && (digits.Length != 14 || body.Length - point > 8)))
        {
            return false;
        }

        var length = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            if (i >= 4 && i % 2 == 0)
            {
                form[length++] = i switch { 4 or 6 => '-', 8 => 'T', _ => ':' };
            }

            form[length++] = digits[i];
        }

        if (point >= 0)
        {
            body[point..].CopyTo(form[length..]);
            length += body.Length - point;
        }

        if (zone >= 0 && digits.Length > 8)
        {
            if (text.Length - zone != 5)
            {
                return false;
            }

            text[zone..(zone + 3)].CopyTo(form[length..]);
            form[length + 3] = ':';
            text[(zone + 3)..].CopyTo(form[(length + 4)..]);
            length += 6;
        }

        return Temporal.TryParse(form[..length], ValueKind.DateTime, out moment);
    }
}
