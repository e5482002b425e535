using System.Text;
using System.Text.Unicode;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>
/// The charset of a message. MSH-18 is believed unless the bytes contradict it: bytes that are well-formed UTF-8 with characters beyond ASCII
/// are UTF-8 under any other declaration, and bytes that are not well-formed UTF-8 are ISO 8859-1 under a declaration of UTF-8.
/// Nothing declared and nothing beyond ASCII: ISO 8859-1.
/// </summary>
/// <param name="Encoding">How text is read, and how new text is written.</param>
/// <param name="Code">The finding's code when the declaration is unknown or wrong; null when all is well.</param>
public readonly record struct Hl7Charset(Encoding Encoding, DiagnosticCode? Code)
{
    // Not Encoding.Latin1: its best fit would turn a character without a place into a similar one, silently.
    private static readonly Encoding Latin1 = Encoding.GetEncoding("iso-8859-1", new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback);

    // ISO 8859-15 is not among the encodings that .NET has without its code pages.
    private static readonly Encoding Latin9 =
        CodePagesEncodingProvider.Instance.GetEncoding(28605, new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback) ?? Latin1;

    private static readonly UTF8Encoding Utf8NoMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Decides from MSH-18 (its first repetition) and all bytes of the message.</summary>
    public static Hl7Charset Of(ReadOnlySpan<byte> declared, ReadOnlySpan<byte> message)
    {
        var (encoding, known) = Declared(declared);
        if (System.Text.Ascii.IsValid(message))
        {
            return new Hl7Charset(encoding, known ? null : Hl7Codes.UnknownCharset);
        }

        var unicode = Utf8.IsValid(message);
        if (!known || encoding is ASCIIEncoding)
        {
            return new Hl7Charset(unicode ? Utf8NoMark : Latin1, known ? Hl7Codes.ContradictedCharset : Hl7Codes.UnknownCharset);
        }

        if (encoding is UTF8Encoding)
        {
            return unicode ? new Hl7Charset(encoding, null) : new Hl7Charset(Latin1, Hl7Codes.ContradictedCharset);
        }

        return unicode
            ? new Hl7Charset(Utf8NoMark, declared.IsEmpty ? null : Hl7Codes.ContradictedCharset)
            : new Hl7Charset(encoding, null);
    }

    /// <summary>The encoding that a name of HL7 table 0211 stands for, however senders write it.</summary>
    public static bool TryFind(ReadOnlySpan<byte> name, out Encoding encoding)
    {
        (encoding, var known) = Declared(name);
        return known;
    }

    private static (Encoding Encoding, bool Known) Declared(ReadOnlySpan<byte> name)
    {
        Span<char> letters = stackalloc char[16];
        var count = 0;
        foreach (var one in name)
        {
            if (char.IsAsciiLetterOrDigit((char)one))
            {
                if (count == letters.Length)
                {
                    return (Latin1, false);
                }

                letters[count++] = char.ToUpperInvariant((char)one);
            }
        }

        return letters[..count] switch
        {
            "" => (Latin1, true),
            "88591" or "ISO88591" or "LATIN1" => (Latin1, true),
            "885915" or "ISO885915" or "LATIN9" => (Latin9, true),
            "UNICODEUTF8" or "UTF8" or "UNICODE" => (Utf8NoMark, true),
            "ASCII" or "USASCII" or "ISOIR6" => (Encoding.ASCII, true),
            _ => (Latin1, false),
        };
    }
}
