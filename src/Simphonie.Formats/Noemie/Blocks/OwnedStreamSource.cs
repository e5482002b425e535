namespace Simphonie.Formats.Noemie.Blocks;

/// <summary>The bytes of a stream that ends with its reader.</summary>
internal sealed class OwnedStreamSource(Stream stream) : IByteSource, IDisposable
{
    public int Read(Span<byte> into) => stream.Read(into);

    public void Dispose() => stream.Dispose();
}
