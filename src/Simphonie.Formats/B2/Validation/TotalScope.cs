using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Validation;

/// <summary>The running numbers of one invoice, lot or file.</summary>
internal sealed class TotalScope(int numbers)
{
    public long[] Numbers { get; } = new long[numbers];

    /// <summary>False when an amount in it could not be read.</summary>
    public bool IsCertain { get; set; } = true;

    public void Add(ref readonly B2Slot slot, ReadOnlySpan<byte> record)
    {
        long amount = 1;
        if (slot.Length > 0 && !FixedNumber.TryRead(record.Slice(slot.Start, slot.Length), out amount))
        {
            IsCertain = false;
            return;
        }

        Numbers[slot.Number] += amount;
    }

    /// <summary>Adds this to the scope that it lies in and begins anew.</summary>
    public void MoveTo(TotalScope outer)
    {
        for (var number = 0; number < Numbers.Length; number++)
        {
            outer.Numbers[number] += Numbers[number];
        }

        outer.IsCertain &= IsCertain;
        Array.Clear(Numbers);
        IsCertain = true;
    }
}
