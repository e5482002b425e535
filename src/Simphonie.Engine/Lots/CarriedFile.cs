using Simphonie.Core.Lots;
using Simphonie.Engine.Processes;

namespace Simphonie.Engine.Lots;

/// <summary>A file of lots that came made, on its way to one recipient.</summary>
/// <param name="Series">Establishment, world and recipient.</param>
/// <param name="FileId">Its id: the one that it came with, or its own when a file was split.</param>
/// <param name="Format">Name of its format.</param>
/// <param name="Schema">Its schema, with the version.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Lots">Its lots, to be entered with the append of the file.</param>
/// <param name="Events">What the cases of its invoices are told, with the append of the file.</param>
internal sealed record CarriedFile(LotSeries Series, string FileId, string Format, string Schema, ReadOnlyMemory<byte> Bytes, IReadOnlyList<LotEntering> Lots, IReadOnlyList<ProcessEvent> Events)
{
    public override string ToString() => $"file of {Lots.Count} lots";
}
