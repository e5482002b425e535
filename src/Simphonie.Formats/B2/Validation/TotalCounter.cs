using Simphonie.Formats.B2.Schemas;

namespace Simphonie.Formats.B2.Validation;

/// <summary>The running numbers of the invoice, the lot and the file that are open, kept up record by record: for those who compare and for those who write.</summary>
internal sealed class TotalCounter(B2TotalSet totals)
{
    private readonly TotalScope _invoice = new(totals.Numbers);
    private readonly TotalScope _lot = new(totals.Numbers);
    private readonly TotalScope _file = new(totals.Numbers);

    /// <summary>Counts a record and returns the numbers of what it belongs to: of its invoice, for 1 and 6 of its lot, for 000 and 999 of the file.</summary>
    public TotalScope Accept(B2Layout layout, ReadOnlySpan<byte> record)
    {
        Close(layout);
        var scope = ScopeOf(layout.Type);
        foreach (ref readonly var slot in totals.Slots(layout))
        {
            scope.Add(in slot, record);
        }

        return scope;
    }

    /// <summary>A record whose type or length is wrong still counts; what it adds up to is not known.</summary>
    public void AcceptUnreadable(byte type)
    {
        var scope = ScopeOf((char)type);
        scope.IsCertain = false;
        foreach (var slot in totals.UnknownSlots(type))
        {
            scope.Numbers[slot.Number]++;
        }
    }

    /// <summary>What a record closes is added to what it lies in.</summary>
    private void Close(B2Layout layout)
    {
        if (layout.Type is '0' or '1' or '6' or '9' || (layout.Type == '2' && layout.IsBase))
        {
            _invoice.MoveTo(_lot);
        }

        if (layout.Type is '0' or '1' or '9')
        {
            _lot.MoveTo(_file);
        }
    }

    private TotalScope ScopeOf(char type) => type switch
    {
        '1' or '6' => _lot,
        '0' or '9' => _file,
        _ => _invoice,
    };
}
