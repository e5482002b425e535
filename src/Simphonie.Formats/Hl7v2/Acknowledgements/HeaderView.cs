namespace Simphonie.Formats.Hl7v2.Acknowledgements;

/// <summary>
/// The header segment of a message as raw fields over its bytes: all that answering needs, without reading the rest.
/// Field 1 is the separator and field 2 the encoding characters, as HL7 numbers them.
/// </summary>
internal readonly ref struct HeaderView
{
    private readonly ReadOnlySpan<byte> _segment;

    private HeaderView(ReadOnlySpan<byte> segment) => _segment = segment;

    /// <summary>The field separator, <c>|</c> when there is no header.</summary>
    public byte Separator => _segment.Length > 3 ? _segment[3] : (byte)'|';

    /// <summary>The component separator, <c>^</c> when there is no header.</summary>
    public byte Component => _segment.Length > 4 && _segment[4] != Separator ? _segment[4] : (byte)'^';

    public byte Repetition => Encoding(1, (byte)'~');

    public byte Escape => Encoding(2, (byte)'\\');

    public byte SubComponent => Encoding(3, (byte)'&');

    /// <summary>A view of nothing when the bytes do not begin with a header.</summary>
    public static HeaderView Of(ReadOnlySpan<byte> message)
    {
        if (message.Length < 8 || !message.StartsWith("MSH"u8))
        {
            return default;
        }

        var end = message.IndexOfAny((byte)'\r', (byte)'\n');
        return new(end < 0 ? message : message[..end]);
    }

    public bool Exists => !_segment.IsEmpty;

    /// <summary>The raw bytes of a field from MSH-2 on; empty when it is not there.</summary>
    public ReadOnlySpan<byte> Field(int number)
    {
        if (_segment.Length < 5)
        {
            return default;
        }

        var rest = _segment[4..];
        for (var at = 2; at < number; at++)
        {
            var next = rest.IndexOf(Separator);
            if (next < 0)
            {
                return default;
            }

            rest = rest[(next + 1)..];
        }

        var end = rest.IndexOf(Separator);
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>A component of a field, 1-based.</summary>
    public ReadOnlySpan<byte> ComponentOf(int field, int component)
    {
        var rest = Field(field);
        for (var at = 1; at < component; at++)
        {
            var next = rest.IndexOf(Component);
            if (next < 0)
            {
                return default;
            }

            rest = rest[(next + 1)..];
        }

        var end = rest.IndexOf(Component);
        return end < 0 ? rest : rest[..end];
    }

    private byte Encoding(int index, byte otherwise)
    {
        var characters = Field(2);
        return characters.Length > index ? characters[index] : otherwise;
    }
}
