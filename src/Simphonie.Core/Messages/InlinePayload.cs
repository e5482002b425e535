using System.Security.Cryptography;

namespace Simphonie.Core.Messages;

/// <summary>A payload that is in memory.</summary>
public sealed class InlinePayload : Payload
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private ReadOnlyMemory<byte> _hash;

    public InlinePayload(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

    public InlinePayload(ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> hash)
    {
        _bytes = bytes;
        _hash = hash;
    }

    public ReadOnlyMemory<byte> Bytes => _bytes;

    public override long Length => _bytes.Length;

    public override ReadOnlyMemory<byte> Hash => _hash.IsEmpty ? _hash = SHA256.HashData(_bytes.Span) : _hash;

    public override Stream OpenRead()
    {
        return System.Runtime.InteropServices.MemoryMarshal.TryGetArray(_bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(_bytes.ToArray(), writable: false);
    }

    public override PayloadLease Lease() => new(_bytes, null);
}
