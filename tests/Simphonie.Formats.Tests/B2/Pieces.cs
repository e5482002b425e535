using System.Buffers;

namespace Simphonie.Formats.Tests.B2;

/// <summary>Bytes as a sequence of pieces.</summary>
internal sealed class Pieces : ReadOnlySequenceSegment<byte>
{
    private Pieces(ReadOnlyMemory<byte> memory, Pieces? before)
    {
        Memory = memory;
        if (before is not null)
        {
            RunningIndex = before.RunningIndex + before.Memory.Length;
            before.Next = this;
        }
    }

    public static ReadOnlySequence<byte> Of(byte[] bytes, int size)
    {
        Pieces? first = null;
        Pieces? last = null;
        for (var at = 0; at < bytes.Length; at += size)
        {
            last = new(bytes.AsMemory(at, Math.Min(size, bytes.Length - at)), last);
            first ??= last;
        }

        return new(first!, 0, last!, last!.Memory.Length);
    }
}
