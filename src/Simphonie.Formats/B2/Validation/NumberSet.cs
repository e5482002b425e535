namespace Simphonie.Formats.B2.Validation;

/// <summary>A set of positive numbers up to a limit, in one array that grows by doubling: at most 16 MB for a million.</summary>
internal sealed class NumberSet(int limit)
{
    private long[] _slots = new long[16]; // most sets are of one invoice or lot

    public int Count { get; private set; }

    public bool IsFull => Count >= limit;

    /// <summary>False when the number is there already. Not for a full set.</summary>
    public bool Add(long number)
    {
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        if (!Put(_slots, number))
        {
            return false;
        }

        Count++;
        return true;
    }

    private void Grow()
    {
        var grown = new long[_slots.Length * 2];
        foreach (var number in _slots.AsSpan())
        {
            if (number != 0)
            {
                Put(grown, number);
            }
        }

        _slots = grown;
    }

    private static bool Put(long[] slots, long number)
    {
        const ulong golden = 0x9E3779B97F4A7C15;
        var mask = slots.Length - 1;
        var at = (int)(((ulong)number * golden) >> 32) & mask;
        while (slots[at] != 0)
        {
            if (slots[at] == number)
            {
                return false;
            }

            at = (at + 1) & mask;
        }

        slots[at] = number;
        return true;
    }
}
