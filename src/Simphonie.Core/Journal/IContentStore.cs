using Simphonie.Core.Messages;

namespace Simphonie.Core.Journal;

/// <summary>
/// Where payloads over <see cref="Payload.InlineLimit"/> lie, streamed to disk and made durable before the journal refers to them.
/// An orphan (written, never referred to) is swept; a dangling reference cannot be.
/// </summary>
public interface IContentStore
{
    /// <summary>
    /// Streams the content, at most <paramref name="limit"/> bytes of it, and returns it as durable payload. When the source is longer, reading stops,
    /// nothing is kept and the result is null; <paramref name="onHead"/> has seen the first 64 KiB in either case.
    /// </summary>
    ValueTask<Payload?> StoreAsync(Stream source, long limit, Action<ReadOnlyMemory<byte>>? onHead, CancellationToken cancellationToken);

    /// <summary>Makes a payload of bytes in memory: inline when small, stored otherwise.</summary>
    ValueTask<Payload> StoreAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);
}
