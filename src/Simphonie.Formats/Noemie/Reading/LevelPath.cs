using Simphonie.Formats.Noemie.Entities;

namespace Simphonie.Formats.Noemie.Reading;

/// <summary>Puts entities into each other by their niveau de rupture: one lies in the nearest one before it that is less deep.</summary>
internal sealed class LevelPath
{
    private readonly List<(int Level, int Index)> _open = [];

    /// <summary>Opens the next entity and returns the index of what it lies in, -1 for the return. Entities that end with it are closed.</summary>
    public int Open(EntityReader entity, int index, Span<DocumentEntity> entities)
    {
        if (entity.IsHeader || entity.IsTrailer)
        {
            Close(0, index, entities);
            return -1;
        }

        if (entity.Number == EntityHead.ControlNumber)
        {
            return Innermost(index, entities);
        }

        // One without a level stands beside the one before it.
        var level = entity.Level != EntityHead.NoLevel ? entity.Level : _open.Count > 0 ? _open[^1].Level : 0;
        var keep = _open.Count;
        while (keep > 0 && _open[keep - 1].Level >= level)
        {
            keep--;
        }

        Close(keep, index, entities);
        var parent = keep > 0 ? _open[keep - 1].Index : -1;
        _open.Add((level, index));
        return parent;
    }

    /// <summary>A control total stands in the group that it closes, as far as that one is still open.</summary>
    private int Innermost(int index, Span<DocumentEntity> entities)
    {
        var keep = _open.Count;
        while (keep > 0 && entities[_open[keep - 1].Index].Type is not { Group: >= 0 })
        {
            keep--;
        }

        Close(keep, index, entities);
        return keep > 0 ? _open[keep - 1].Index : -1;
    }

    /// <summary>Closes what lies deeper than so many open entities.</summary>
    public void Close(int keep, int index, Span<DocumentEntity> entities)
    {
        for (var at = keep; at < _open.Count; at++)
        {
            entities[_open[at].Index].Next = index;
        }

        _open.RemoveRange(keep, _open.Count - keep);
    }
}
