namespace Simphonie.Formats.Noemie.Blocks;

/// <summary>Bytes that lie in memory or are mapped there.</summary>
internal sealed class MemorySource(ReadOnlyMemory<byte> bytes) : IByteSource
{
    private int _at;

    public int Read(Span<byte> into)
    {
        var count = Math.Min(into.Length, bytes.Length - _at);
        bytes.Span.Slice(_at, count).CopyTo(into);
        _at += count;
        return count;
    }
}
