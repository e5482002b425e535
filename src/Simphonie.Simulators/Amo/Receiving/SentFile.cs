namespace Simphonie.Simulators.Amo.Receiving;

/// <summary>A B2 file that validated.</summary>
/// <param name="Head">Who sent it to whom.</param>
/// <param name="World"><c>T</c> or <c>D</c>, the mark of all its lots.</param>
/// <param name="Lots">Its lots, each with an invoice at least.</param>
internal sealed record SentFile(FileHead Head, string World, IReadOnlyList<SentLot> Lots);
