using Simphonie.Core.Diagnostics;
using Simphonie.Core.Lots;

namespace Simphonie.Engine.Lots;

/// <summary>Whether a journal knows every number that was given. Pure.</summary>
public static class LotMarks
{
    /// <summary>Null when it does; else for which recipients it is behind what was kept outside of it, and by how much.</summary>
    public static Diagnostic? Objection(IReadOnlyCollection<LotMark> kept, IReadOnlyCollection<LotMark> journal)
    {
        var known = journal.ToDictionary(static mark => mark.Series);
        var behind = kept.Where(mark => mark.Sequence > (known.GetValueOrDefault(mark.Series)?.Sequence ?? 0)).ToList();
        return behind.Count == 0
            ? null
            : Diagnostic.Of(LotCodes.JournalBehind, Place.Whole, string.Join(' ', behind.Select(mark => Sentence(mark, known.GetValueOrDefault(mark.Series)))));
    }

    private static string Sentence(LotMark kept, LotMark? journal) =>
        $"For {kept.Series.Recipient} the journal knows {journal?.Sequence ?? 0} closed lots (the last is number {journal?.Number ?? 0}), and {kept.Sequence} have been closed (the last is number {kept.Number}).";
}
