using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Xml;

/// <summary>The encoding of a document (XML 1.0, appendix F): byte order mark, then the declaration, then UTF-8.</summary>
internal static class XmlCharset
{
    private static readonly SearchValues<byte> Forbidden = SearchValues.Create([.. Enumerable.Range(0, 32).Where(c => c is not (9 or 10 or 13)).Select(c => (byte)c)]);

    /// <summary>The same bytes when they are UTF-8, else a transcoded copy. A wrong declaration is a finding at the first byte that does not fit.</summary>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> bytes, DiagnosticBag findings)
    {
        var span = bytes.Span;
        if (span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || span.StartsWith((ReadOnlySpan<byte>)[0, (byte)'<']))
        {
            return Transcode(Encoding.BigEndianUnicode, bytes);
        }

        if (span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || span.StartsWith((ReadOnlySpan<byte>)[(byte)'<', 0]))
        {
            return Transcode(Encoding.Unicode, bytes);
        }

        var declared = Declared(span);
        if (!declared.IsEmpty && !Ascii.EqualsIgnoreCase(declared, "utf-8"u8) && !Ascii.EqualsIgnoreCase(declared, "us-ascii"u8))
        {
            return FromDeclared(Encoding.ASCII.GetString(declared), bytes, findings);
        }

        CheckUtf8(span, findings);
        return bytes;
    }

    private static void CheckUtf8(ReadOnlySpan<byte> span, DiagnosticBag findings)
    {
        if (!Utf8.IsValid(span))
        {
            findings.Add(XmlCodes.Charset, Place.InMessage("/", FirstInvalid(span)), "A byte sequence is not UTF-8.");
            return;
        }

        var at = span.IndexOfAny(Forbidden);
        at = at >= 0 ? at : span.IndexOf((ReadOnlySpan<byte>)[0xEF, 0xBF, 0xBE]);
        at = at >= 0 ? at : span.IndexOf((ReadOnlySpan<byte>)[0xEF, 0xBF, 0xBF]);
        if (at >= 0)
        {
            findings.Add(XmlCodes.NotWellFormed, Place.InMessage("/", at), "A character is one that XML does not allow.");
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> span)
    {
        for (var at = 0; at < span.Length;)
        {
            if (Rune.DecodeFromUtf8(span[at..], out _, out var used) != OperationStatus.Done)
            {
                return at;
            }

            at += used;
        }

        return span.Length;
    }

    private static ReadOnlyMemory<byte> FromDeclared(string name, ReadOnlyMemory<byte> bytes, DiagnosticBag findings)
    {
        var encoding = name.ToUpperInvariant() switch
        {
            "ISO-8859-1" or "LATIN1" => Encoding.Latin1,
            "ISO-8859-15" or "WINDOWS-1252" => CodePagesEncodingProvider.Instance.GetEncoding(name),
            _ => null,
        };
        if (encoding is not null)
        {
            return Transcode(encoding, bytes);
        }

        findings.Add(XmlCodes.Charset, Place.InMessage("/", 0), "The declared encoding is none of UTF-8, UTF-16, ISO-8859-1, ISO-8859-15 and windows-1252.");
        return bytes;
    }

    private static ReadOnlyMemory<byte> Transcode(Encoding encoding, ReadOnlyMemory<byte> bytes) => Encoding.Convert(encoding, Encoding.UTF8, bytes.ToArray());

    private static ReadOnlySpan<byte> Declared(ReadOnlySpan<byte> span)
    {
        var start = span.StartsWith("\uFEFF"u8) ? span[3..] : span;
        if (!start.StartsWith("<?xml"u8))
        {
            return default;
        }

        var end = start.IndexOf("?>"u8);
        var declaration = end < 0 ? default : start[..end];
        var at = declaration.IndexOf("encoding"u8);
        if (at < 0)
        {
            return default;
        }

        var value = declaration[(at + 8)..].TrimStart(" \t\r\n="u8);
        if (value.IsEmpty)
        {
            return default;
        }

        var close = value[1..].IndexOf(value[0]);
        return close < 0 ? default : value.Slice(1, close);
    }
}
