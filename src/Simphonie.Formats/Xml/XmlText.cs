using System.Buffers;
using System.Globalization;
using System.Text;

namespace Simphonie.Formats.Xml;

/// <summary>Decoding of character data: references, CDATA sections, line ends (XML 1.0, 2.11, 3.3.3, 4.1).</summary>
internal static class XmlText
{
    private static readonly SearchValues<byte> Special = SearchValues.Create("&<\r\n\t"u8);

    /// <summary>Decodes what the scanner has found well formed. White space of an attribute becomes spaces.</summary>
    public static string Decode(ReadOnlySpan<byte> raw, bool attribute)
    {
        var text = new StringBuilder(raw.Length);
        while (!raw.IsEmpty)
        {
            var next = raw.IndexOfAny(Special);
            if (next < 0)
            {
                next = raw.Length;
            }

            text.Append(Encoding.UTF8.GetString(raw[..next]));
            raw = raw[next..];
            if (raw.IsEmpty)
            {
                break;
            }

            raw = raw[0] switch
            {
                (byte)'&' => AppendReference(raw, text),
                (byte)'<' => AppendMarkup(raw, text),
                _ => AppendSpace(raw, text, attribute),
            };
        }

        return text.ToString();
    }

    /// <summary>
    /// The character that a reference stands for and its length in bytes from <c>&amp;</c> to <c>;</c>; false when it is not one of the five
    /// predefined entities or a reference to a character that XML allows.
    /// </summary>
    public static bool TryReadReference(ReadOnlySpan<byte> raw, out Rune rune, out int length)
    {
        rune = default;
        var end = raw[..Math.Min(raw.Length, 12)].IndexOf((byte)';');
        length = end + 1;
        if (end < 2)
        {
            return false;
        }

        var name = raw[1..end];
        if (name[0] != '#')
        {
            var found = name.SequenceEqual("lt"u8) ? '<' : name.SequenceEqual("gt"u8) ? '>' : name.SequenceEqual("amp"u8) ? '&'
                : name.SequenceEqual("quot"u8) ? '"' : name.SequenceEqual("apos"u8) ? '\'' : '\0';
            rune = new Rune(found);
            return found != '\0';
        }

        var hexadecimal = name.Length > 1 && name[1] == 'x';
        var digits = hexadecimal ? name[2..] : name[1..];
        return int.TryParse(digits, hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && Rune.TryCreate(code, out rune)
            && IsAllowed(code);
    }

    /// <summary>True for the characters of XML 1.0 (production Char).</summary>
    public static bool IsAllowed(int code) => code is 9 or 10 or 13 or >= 0x20 and <= 0xD7FF or >= 0xE000 and <= 0xFFFD or >= 0x10000 and <= 0x10FFFF;

    private static ReadOnlySpan<byte> AppendReference(ReadOnlySpan<byte> raw, StringBuilder text)
    {
        if (!TryReadReference(raw, out var rune, out var length))
        {
            text.Append('&'); // only in documents that the scanner has already found wrong
            return raw[1..];
        }

        text.Append(rune.ToString());
        return raw[length..];
    }

    private static ReadOnlySpan<byte> AppendMarkup(ReadOnlySpan<byte> raw, StringBuilder text)
    {
        if (raw.StartsWith("<![CDATA["u8))
        {
            var end = raw.IndexOf("]]>"u8);
            text.Append(Encoding.UTF8.GetString(raw[9..end]).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
            return raw[(end + 3)..];
        }

        var terminator = raw.StartsWith("<!--"u8) ? "-->"u8 : "?>"u8;
        var close = raw.IndexOf(terminator);
        return close < 0 ? default : raw[(close + terminator.Length)..];
    }

    private static ReadOnlySpan<byte> AppendSpace(ReadOnlySpan<byte> raw, StringBuilder text, bool attribute)
    {
        var pair = raw.StartsWith("\r\n"u8);
        text.Append(attribute ? ' ' : raw[0] == '\t' ? '\t' : '\n');
        return raw[(pair ? 2 : 1)..];
    }
}
