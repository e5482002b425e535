namespace Simphonie.Formats.Noemie.Blocks;

/// <summary>The bytes of a stream, which stays the caller's. Cancelled between two reads.</summary>
internal sealed class StreamSource(Stream stream, CancellationToken cancellationToken) : IByteSource
{
    public int Read(Span<byte> into)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return stream.Read(into);
    }
}
