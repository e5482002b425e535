using Simphonie.Channels.Streams;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Mllp;

/// <summary>Passes a stream on and keeps its first bytes: what an acknowledgement of a large message is made from.</summary>
internal sealed class HeadStream(Stream inner) : ForwardStream
{
    private readonly MemoryStream _head = new();

    public ReadOnlyMemory<byte> Head => _head.GetBuffer().AsMemory(0, (int)_head.Length);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        var room = Payload.InlineLimit - (int)_head.Length;
        if (room > 0)
        {
            _head.Write(buffer.Span[..Math.Min(room, count)]);
        }

        return count;
    }
}
