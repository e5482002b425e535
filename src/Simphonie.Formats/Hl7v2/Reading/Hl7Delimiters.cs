namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>
/// The delimiters of MSH-1 and MSH-2. One that the sender did not declare has the value of <see cref="Field"/>:
/// that byte never occurs inside a field, so nothing is ever split on it.
/// </summary>
public readonly record struct Hl7Delimiters(byte Field, byte Component, byte Repetition, byte Escape, byte SubComponent, byte Truncation)
{
    /// <summary><c>|^~\&amp;</c>, as nearly everybody sends.</summary>
    public static Hl7Delimiters Usual { get; } = new((byte)'|', (byte)'^', (byte)'~', (byte)'\\', (byte)'&', (byte)'|');

    public bool Has(byte delimiter) => delimiter != Field;

    /// <summary>MSH-2 as these delimiters are written.</summary>
    public int CopyEncodingCharacters(Span<byte> into)
    {
        var length = 0;
        foreach (var one in (ReadOnlySpan<byte>)[Component, Repetition, Escape, SubComponent, Truncation])
        {
            if (!Has(one))
            {
                break;
            }

            into[length++] = one;
        }

        return length;
    }

    /// <summary>Reads them from a header segment (MSH, BHS or FHS) at the start of <paramref name="message"/>; false when it has none that can be used.</summary>
    public static bool TryRead(ReadOnlySpan<byte> message, out Hl7Delimiters delimiters)
    {
        delimiters = Usual;
        if (message.Length < 5 || !IsUsable(message[3]))
        {
            return false;
        }

        var field = message[3];
        var rest = message[4..];
        var end = rest.IndexOfAny(field, (byte)'\r', (byte)'\n');
        var declared = end < 0 ? rest : rest[..end];
        if (declared.IsEmpty || declared.Length > 5)
        {
            return false;
        }

        Span<byte> all = stackalloc byte[5];
        all.Fill(field);
        for (var i = 0; i < declared.Length; i++)
        {
            if (!IsUsable(declared[i]) || declared[..i].Contains(declared[i]))
            {
                return false;
            }

            all[i] = declared[i];
        }

        delimiters = new Hl7Delimiters(field, all[0], all[1], all[2], all[3], all[4]);
        return true;
    }

    private static bool IsUsable(byte one) => one is > 0x20 and < 0x7F && !char.IsAsciiLetterOrDigit((char)one) && one != (byte)'"';
}
