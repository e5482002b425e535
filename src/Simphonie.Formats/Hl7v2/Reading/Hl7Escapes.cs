using System.Buffers;
using System.Globalization;
using System.Text;

namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>
/// Escape sequences of HL7 v2.5 chapter 2.7. Decoding happens only when text is asked for. What has no meaning as plain text
/// (highlighting) is left out; what is unknown stays as it was written.
/// </summary>
public static class Hl7Escapes
{
    /// <summary>The text of a value.</summary>
    public static string Decode(ReadOnlySpan<byte> value, in Hl7Delimiters delimiters, Encoding encoding)
    {
        if (!delimiters.Has(delimiters.Escape) || !value.Contains(delimiters.Escape))
        {
            return encoding.GetString(value);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(value.Length);
        try
        {
            return encoding.GetString(buffer, 0, Unescape(value, delimiters, buffer));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>Writes text as a value: delimiters and control characters escaped. False when a character has no place in the charset; it is then written as <c>?</c>.</summary>
    public static bool Encode(ReadOnlySpan<char> text, in Hl7Delimiters delimiters, Encoding encoding, IBufferWriter<byte> writer)
    {
        var fits = true;
        Span<byte> bytes = stackalloc byte[8];
        Span<char> chars = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                WriteAscii((byte)rune.Value, delimiters, writer);
                continue;
            }

            var length = encoding.GetBytes(chars[..rune.EncodeToUtf16(chars)], bytes);
            fits &= length > 1 || bytes[0] != (byte)'?';
            writer.Write(bytes[..length]);
        }

        return fits;
    }

    private static void WriteAscii(byte one, in Hl7Delimiters delimiters, IBufferWriter<byte> writer)
    {
        var mark = one == delimiters.Field ? (byte)'F'
            : one == delimiters.Component ? (byte)'S'
            : one == delimiters.SubComponent ? (byte)'T'
            : one == delimiters.Repetition ? (byte)'R'
            : one == delimiters.Escape ? (byte)'E'
            : one == delimiters.Truncation ? (byte)'P'
            : (byte)0;
        if (mark == 0 && one >= 0x20)
        {
            writer.Write([one]);
        }
        else if (!delimiters.Has(delimiters.Escape))
        {
            writer.Write([(byte)' ']);
        }
        else if (mark != 0)
        {
            writer.Write([delimiters.Escape, mark, delimiters.Escape]);
        }
        else if (one == (byte)'\n')
        {
            writer.Write([delimiters.Escape, (byte)'.', (byte)'b', (byte)'r', delimiters.Escape]);
        }
        else
        {
            writer.Write([delimiters.Escape, (byte)'X', Hex(one >> 4), Hex(one & 15), delimiters.Escape]);
        }
    }

    private static byte Hex(int digit) => (byte)(digit < 10 ? '0' + digit : 'A' + digit - 10);

    private static int Unescape(ReadOnlySpan<byte> value, in Hl7Delimiters delimiters, Span<byte> into)
    {
        var written = 0;
        while (!value.IsEmpty)
        {
            var start = value.IndexOf(delimiters.Escape);
            var plain = start < 0 ? value : value[..start];
            plain.CopyTo(into[written..]);
            written += plain.Length;
            if (start < 0)
            {
                break;
            }

            value = value[start..];
            var end = value[1..].IndexOf(delimiters.Escape);
            if (end < 0 || !TryUnescape(value.Slice(1, end), delimiters, into[written..], out var length))
            {
                // Not a sequence: the escape character stands for itself, and what follows may begin a real one.
                into[written++] = value[0];
                value = value[1..];
                continue;
            }

            written += length;
            value = value[(end + 2)..];
        }

        return written;
    }

    private static bool TryUnescape(ReadOnlySpan<byte> sequence, in Hl7Delimiters delimiters, Span<byte> into, out int length)
    {
        length = 1;
        if (sequence.Length == 1)
        {
            var (known, byteValue) = sequence[0] switch
            {
                (byte)'F' => (true, delimiters.Field),
                (byte)'S' => (true, delimiters.Component),
                (byte)'T' => (true, delimiters.SubComponent),
                (byte)'R' => (true, delimiters.Repetition),
                (byte)'E' => (true, delimiters.Escape),
                (byte)'P' => (true, delimiters.Truncation),
                _ => (false, (byte)0),
            };
            if (known)
            {
                into[0] = byteValue;
                return true;
            }

            length = 0;
            return sequence[0] is (byte)'H' or (byte)'N';
        }

        if (sequence.SequenceEqual(".br"u8))
        {
            into[0] = (byte)'\n';
            return true;
        }

        return TryHexadecimal(sequence, into, out length);
    }

    private static bool TryHexadecimal(ReadOnlySpan<byte> sequence, Span<byte> into, out int length)
    {
        length = (sequence.Length - 1) / 2;
        if (sequence.IsEmpty || sequence[0] != (byte)'X' || length == 0 || sequence.Length % 2 == 0)
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            if (!byte.TryParse(sequence.Slice(1 + (2 * i), 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out into[i]))
            {
                return false;
            }
        }

        return true;
    }
}
