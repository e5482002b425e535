using System.Numerics;

namespace Simphonie.Formats.Noemie.Returns;

/// <summary>
/// Counts how often a line (lot, lot date, invoice, debtor) stood in a return before. A first pass marks every line in a filter of bounded size and keeps only
/// those that seem to be there twice; the second pass counts these alone, so that memory does not grow with a return whose lines are different.
/// </summary>
internal sealed class RepeatedLines
{
    private const int BytesALine = 20;
    private const ulong LeastBits = 1 << 16;
    private const ulong MostBits = 1 << 27;

    private readonly ulong[] _filter;
    private readonly ulong _mask;
    private readonly Dictionary<ulong, int> _counts = [];

    /// <param name="length">Length of the file.</param>
    public RepeatedLines(long length)
    {
        var bits = Math.Clamp(BitOperations.RoundUpToPowerOf2((ulong)length / BytesALine * 8), LeastBits, MostBits);
        _filter = new ulong[bits / 64];
        _mask = bits - 1;
    }

    /// <summary>First pass: takes notice of a line, by a hash of 64 bits.</summary>
    public void Mark(ulong line)
    {
        var first = Test(line & _mask);
        var second = Test((line >> 32) & _mask);
        if (first && second)
        {
            _counts[line] = 0;
        }
    }

    /// <summary>Second pass: how often the line stood there before.</summary>
    public int Next(ulong line)
    {
        if (!_counts.TryGetValue(line, out var count))
        {
            return 0;
        }

        _counts[line] = count + 1;
        return count;
    }

    /// <summary>True when the bit was set already; sets it.</summary>
    private bool Test(ulong bit)
    {
        ref var word = ref _filter[bit / 64];
        var mark = 1UL << (int)(bit % 64);
        var was = (word & mark) != 0;
        word |= mark;
        return was;
    }
}
