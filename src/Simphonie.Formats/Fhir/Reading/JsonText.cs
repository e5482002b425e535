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

    /// <summary>Appends one escape and says how many bytes it took. The reader has checked its form.</summary>
    private static int Escape(ReadOnlySpan<byte> bytes, StringBuilder text)
    {
        if (bytes[1] != 'u')
        {
            text.Append(bytes[1] switch { (byte)'n' => '\n', (byte)'r' => '\r', (byte)'t' => '\t', (byte)'b' => '\b', (byte)'f' => '\f', var other => (char)other });
            return 2;
        }

        var unit = Unit(bytes);
        if (char.IsHighSurrogate(unit) && bytes.Length >= 12 && bytes[6] == '\\' && bytes[7] == 'u' && char.IsLowSurrogate(Unit(bytes[6..])))
        {
            text.Append(unit).Append(Unit(bytes[6..]));
            return 12;
        }

        text.Append(char.IsSurrogate(unit) ? '\uFFFD' : unit);
        return 6;
    }

    private static char Unit(ReadOnlySpan<byte> escape) =>
        Utf8Parser.TryParse(escape.Slice(2, 4), out int unit, out _, 'x') ? (char)unit : '\uFFFD';
}
