namespace Simphonie.Formats.Noemie.Blocks;

/// <summary>Where the bytes of a file come from, in order, once.</summary>
internal interface IByteSource
{
    /// <summary>Fills some of <paramref name="into"/>; 0 at the end.</summary>
    int Read(Span<byte> into);
}
