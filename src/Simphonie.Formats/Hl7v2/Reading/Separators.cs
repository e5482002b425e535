using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>Vectorised search of separators: the whole cost of reading a message lies here.</summary>
internal static class Separators
{
    /// <summary>Offset just after the <paramref name="count"/>th <paramref name="separator"/>; -1 when there are fewer. 0 for a count of 0.</summary>
    public static int Skip(ReadOnlySpan<byte> span, byte separator, int count)
    {
        if (count <= 0)
        {
            return 0;
        }

        var offset = 0;
        ref var start = ref MemoryMarshal.GetReference(span);
        if (Vector256.IsHardwareAccelerated)
        {
            var wanted = Vector256.Create(separator);
            for (; offset + Vector256<byte>.Count <= span.Length; offset += Vector256<byte>.Count)
            {
                var found = Vector256.Equals(Vector256.LoadUnsafe(ref start, (nuint)offset), wanted).ExtractMostSignificantBits();
                var here = BitOperations.PopCount(found);
                if (here >= count)
                {
                    return offset + PositionOf(found, count) + 1;
                }

                count -= here;
            }
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            var wanted = Vector128.Create(separator);
            for (; offset + Vector128<byte>.Count <= span.Length; offset += Vector128<byte>.Count)
            {
                var found = Vector128.Equals(Vector128.LoadUnsafe(ref start, (nuint)offset), wanted).ExtractMostSignificantBits();
                var here = BitOperations.PopCount(found);
                if (here >= count)
                {
                    return offset + PositionOf(found, count) + 1;
                }

                count -= here;
            }
        }

        for (; offset < span.Length; offset++)
        {
            if (span[offset] == separator && --count == 0)
            {
                return offset + 1;
            }
        }

        return -1;
    }

    /// <summary>The part number <paramref name="index"/> (0-based) between separators: its offset, and its length in <paramref name="length"/>; -1 when there are fewer parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Part(ReadOnlySpan<byte> span, byte separator, int index, out int length)
    {
        length = 0;
        var offset = Skip(span, separator, index);
        if (offset < 0)
        {
            return -1;
        }

        var end = span[offset..].IndexOf(separator);
        length = end < 0 ? span.Length - offset : end;
        return offset;
    }

    private static int PositionOf(uint bits, int nth)
    {
        for (; nth > 1; nth--)
        {
            bits &= bits - 1;
        }

        return BitOperations.TrailingZeroCount(bits);
    }
}
