namespace Simphonie.Formats.B2.Schemas;

/// <summary>All totals of a schema, compiled: what each layout adds to which running numbers, and which fields must agree with them.</summary>
internal sealed class B2TotalSet
{
    private readonly B2Slot[][] _slots;
    private readonly B2Total[][] _totals;
    private readonly B2Slot[][] _unknown;

    /// <param name="numbers">How many running numbers there are.</param>
    /// <param name="slots">By layout.</param>
    /// <param name="unknown">What a record of an unknown layout counts for, by its type.</param>
    /// <param name="totals">By layout.</param>
    public B2TotalSet(int numbers, B2Slot[][] slots, B2Slot[][] unknown, B2Total[][] totals)
    {
        Numbers = numbers;
        _slots = slots;
        _unknown = unknown;
        _totals = totals;
    }

    public int Numbers { get; }

    public ReadOnlySpan<B2Slot> Slots(B2Layout layout) => _slots[layout.Index];

    public ReadOnlySpan<B2Slot> UnknownSlots(byte type) => _unknown[type is >= (byte)'0' and <= (byte)'9' ? type - '0' : 0];

    public ReadOnlySpan<B2Total> Totals(B2Layout layout) => _totals[layout.Index];
}
