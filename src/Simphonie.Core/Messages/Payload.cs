namespace Simphonie.Core.Messages;

/// <summary>
/// The bytes of a message, small ones in memory, large ones in the content store. Prints nothing of them.
/// </summary>
public abstract class Payload
{
    /// <summary>Payloads up to this length lie in the journal's row; larger ones in the content store.</summary>
    public const int InlineLimit = 64 * 1024;

    public abstract long Length { get; }

    /// <summary>SHA-256 of all bytes, 32 bytes.</summary>
    public abstract ReadOnlyMemory<byte> Hash { get; }

    /// <summary>Opens the bytes for one reading.</summary>
    public abstract Stream OpenRead();

    /// <summary>
    /// The bytes as memory, for a format to read: the array of an inline payload, a read-only mapping of the file of a large one.
    /// Dispose when the documents over it are no longer used.
    /// </summary>
    public abstract PayloadLease Lease();

    public sealed override string ToString() => $"payload of {Length} bytes";
}

/// <summary>Memory of a payload for as long as it is not disposed.</summary>
public sealed class PayloadLease(ReadOnlyMemory<byte> memory, IDisposable? owner) : IDisposable
{
    public ReadOnlyMemory<byte> Memory { get; } = memory;

    public void Dispose() => owner?.Dispose();
}
