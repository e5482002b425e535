using System.Buffers.Text;
using System.Text;

namespace Simphonie.Formats.Fhir.Reading;

/// <summary>Text of JSON strings. Never throws: bad UTF-8 and lone surrogates become U+FFFD.</summary>
internal static class JsonText
{
    public static string Decode(ReadOnlySpan<byte> bytes, bool escaped)
    {
        if (!escaped)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var text = new StringBuilder(bytes.Length);
        while (bytes.Length > 0)
        {
            var plain = bytes.IndexOf((byte)'\\');
            if (plain != 0)
            {
                var length = plain < 0 ? bytes.Length : plain;
                text.Append(Encoding.UTF8.GetString(bytes[..length]));
                bytes = bytes[length..];
            }
            else
            {
                bytes = bytes[Escape(bytes, text)..];
            }
        }

        return text.ToString();
    }

    /// <summary>True when an escape is half of a surrogate pair, which is no character.</summary>
    public static bool HasLoneSurrogate(ReadOnlySpan<byte> escaped)
    {
        for (var at = escaped.IndexOf((byte)'\\'); at >= 0;)
        {
            var isUnit = escaped[at + 1] == 'u';
            var unit = isUnit ? Unit(escaped[at..]) : '\0';
            var isPair = char.IsHighSurrogate(unit) && IsLow(escaped[(at + 6)..]);
            if (char.IsSurrogate(unit) && !isPair)
            {
                return true;
            }

            escaped = escaped[(at + (isPair ? 12 : isUnit ? 6 : 2))..];
            at = escaped.IndexOf((byte)'\\');
        }

        return false;
    }

    /// <summary>Appends one escape and says how many bytes it took. The reader has checked its form.</summary>
    private static int Escape(ReadOnlySpan<byte> bytes, StringBuilder text)
    {
        if (bytes[1] != 'u')
        {
            text.Append(bytes[1] switch { (byte)'n' => '\n', (byte)'r' => '\r', (byte)'t' => '\t', (byte)'b' => '\b', (byte)'f' => '\f', var other => (char)other });
            return 2;
        }

        var unit = Unit(bytes);
        if (char.IsHighSurrogate(unit) && IsLow(bytes[6..]))
        {
            text.Append(unit).Append(Unit(bytes[6..]));
            return 12;
        }

        text.Append(char.IsSurrogate(unit) ? '\uFFFD' : unit);
        return 6;
    }

    private static bool IsLow(ReadOnlySpan<byte> rest) => rest is [(byte)'\\', (byte)'u', _, _, _, _, ..] && char.IsLowSurrogate(Unit(rest));

    private static char Unit(ReadOnlySpan<byte> escape) =>
        Utf8Parser.TryParse(escape.Slice(2, 4), out int unit, out _, 'x') ? (char)unit : '\uFFFD';
}
