namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>Goes once through the parts that a separator makes, each found from where the last one ended. Behind the last part all are empty.</summary>
internal ref struct PartWalk(ReadOnlySpan<byte> whole, byte separator)
{
    private ReadOnlySpan<byte> _rest = whole;

    public ReadOnlySpan<byte> Next()
    {
        var part = _rest;
        var end = part.IndexOf(separator);
        if (end < 0)
        {
            _rest = default;
            return part;
        }

        _rest = part[(end + 1)..];
        return part[..end];
    }
}
