namespace Simphonie.Core.Lots;

/// <summary>How far the numbers of a series have come.</summary>
/// <param name="Series">Whose numbers.</param>
/// <param name="Sequence">Lots that were closed; never goes back, unlike numbers, which begin again after 999.</param>
/// <param name="Number">The number that was given last; 0 for none.</param>
/// <param name="FileId">The file id that was given last; empty for none.</param>
public sealed record LotMark(LotSeries Series, long Sequence, int Number, string FileId)
{
    public static LotMark None(LotSeries series) => new(series, 0, 0, "");
}
