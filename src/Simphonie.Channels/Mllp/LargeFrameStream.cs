using Simphonie.Channels.Streams;

namespace Simphonie.Channels.Mllp;

/// <summary>
/// The rest of a frame that is too large for memory, read as it arrives and ended by its end block.
/// A connection that ends before is an <see cref="EndOfStreamException"/>, so that a truncated message is never taken for a whole one.
/// </summary>
internal sealed class LargeFrameStream(ReceiveBuffer buffer, Func<CancellationToken, ValueTask<int>> receive) : ForwardStream
{
    private bool _ended;

    public override async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken = default)
    {
        while (!_ended && destination.Length > 0)
        {
            var data = buffer.Data.Span;
            var available = Available(data, out var ended, out var consumedBehind);
            if (available > 0)
            {
                var count = Math.Min(available, destination.Length);
                data[..count].CopyTo(destination.Span);
                buffer.Consume(count);
                return count;
            }

            if (ended)
            {
                buffer.Consume(consumedBehind);
                _ended = true;
                return 0;
            }

            if (await receive(cancellationToken) == 0)
            {
                throw new EndOfStreamException("The connection ended inside a frame.");
            }
        }

        return 0;
    }

    /// <summary>Reads on to the end block, at most <paramref name="limit"/> bytes; false when there is more.</summary>
    public async ValueTask<bool> DrainAsync(long limit, CancellationToken cancellationToken)
    {
        var scratch = new byte[32 * 1024];
        while (limit > 0)
        {
            var count = await ReadAsync(scratch, cancellationToken);
            if (count == 0)
            {
                return true;
            }

            limit -= count;
        }

        return false;
    }

    /// <summary>How many bytes of the body can be handed on; an end block that may have begun is held back until the byte after it is known.</summary>
    private static int Available(ReadOnlySpan<byte> data, out bool ended, out int consumedBehind)
    {
        ended = false;
        consumedBehind = 0;
        var from = 0;
        while (true)
        {
            var found = data[from..].IndexOfAny(MllpBytes.StartBlock, MllpBytes.EndBlock);
            if (found < 0)
            {
                return data.Length;
            }

            var at = from + found;
            if (data[at] == MllpBytes.StartBlock)
            {
                ended = at == 0;
                return at;
            }

            if (at + 1 == data.Length)
            {
                return at;
            }

            if (data[at + 1] is MllpBytes.CarriageReturn or MllpBytes.StartBlock)
            {
                ended = at == 0;
                consumedBehind = data[at + 1] == MllpBytes.CarriageReturn ? 2 : 1;
                return at;
            }

            from = at + 1;
        }
    }
}
