using System.Buffers;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Mllp;

/// <summary>
/// The bytes received on a connection and not yet dealt with: one array that grows to hold one message of the inline limit and never more.
/// Messages are handed on as slices of it, so nothing is copied between the socket and the journal.
/// </summary>
internal sealed class ReceiveBuffer : IDisposable
{
    private const int InitialSize = 16 * 1024;
    private const int LargestSize = 2 * Payload.InlineLimit;

    private byte[] _array = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _start;
    private int _end;

    public ReadOnlyMemory<byte> Data => _array.AsMemory(_start, _end - _start);

    public int Length => _end - _start;

    public void Consume(int count)
    {
        _start += count;
        if (_start == _end)
        {
            _start = _end = 0;
        }
    }

    /// <summary>Room to receive into; slices handed out before are no longer valid.</summary>
    public Memory<byte> Room()
    {
        if (_end == _array.Length)
        {
            MakeRoom();
        }

        return _array.AsMemory(_end);
    }

    public void Received(int count) => _end += count;

    public void Dispose() => ArrayPool<byte>.Shared.Return(Interlocked.Exchange(ref _array, []));

    private void MakeRoom()
    {
        var length = Length;
        if (_start > 0)
        {
            _array.AsSpan(_start, length).CopyTo(_array);
        }
        else
        {
            if (_array.Length >= LargestSize)
            {
                throw new InvalidOperationException("The receive buffer is full: its owner must consume before it receives.");
            }

            var larger = ArrayPool<byte>.Shared.Rent(Math.Min(_array.Length * 2, LargestSize));
            _array.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_array);
            _array = larger;
        }

        _start = 0;
        _end = length;
    }
}
