using System.Diagnostics.CodeAnalysis;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Noemie.Totals;

/// <summary>The levels that are open, outer ones below, with what was counted in each; and the sums of the file.</summary>
internal sealed class OpenGroups
{
    private readonly Stack<OpenGroup> _open = new();

    /// <summary>Signed sum of all amounts, in cents.</summary>
    public long Total { get; private set; }

    public long Lots { get; private set; }

    public bool TryPeek([NotNullWhen(true)] out OpenGroup? innermost) => _open.TryPeek(out innermost);

    public bool HasLevel(int level) => _open.Any(group => group.Level == level);

    public void Open(EntityType type, int level)
    {
        _open.Push(new OpenGroup(type, level));
        Lots += type.Number == EntityNumber.Lot ? 1 : 0;
    }

    public void Add(long cents)
    {
        Total += cents;
        if (_open.TryPeek(out var around))
        {
            around.Amount += cents;
        }
    }

    public void CountUnit()
    {
        if (_open.TryPeek(out var around))
        {
            around.Count++;
        }
    }

    /// <summary>The innermost group ends: it is one more unit of the group around it, with its sum.</summary>
    public void Close()
    {
        var closed = _open.Pop();
        if (_open.TryPeek(out var around))
        {
            around.Count++;
            around.Amount += closed.Amount;
        }
    }
}
