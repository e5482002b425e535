using Simphonie.Formats.Noemie.Blocks;
using Simphonie.Formats.Noemie.Entities;
using Simphonie.Formats.Noemie.Schemas;
using Simphonie.Formats.Noemie.Totals;

namespace Simphonie.Formats.Noemie.Validation;

/// <summary>Reads a file once from end to end in constant memory and verifies transport, levels, placement and every total; the fields of entities when asked.</summary>
internal static class ReturnScan
{
    /// <param name="source">The file.</param>
    /// <param name="schema">Its form.</param>
    /// <param name="withFields">Whether each field is checked against its layout too.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="see">Called for each entity.</param>
    public static ScanSummary Run(IByteSource source, NoemieSchema schema, bool withFields, FindingList findings, Action<EntityReader>? see = null)
    {
        var entities = new EntityReader(source, schema, findings);
        var totals = new ControlTotals(schema, findings);
        var levels = new LevelCheck(findings);
        var placement = new PlacementCheck(findings);
        var fields = withFields ? new FieldCheck(findings) : null;
        while (entities.Read())
        {
            levels.See(entities);
            placement.See(entities);
            totals.See(entities);
            fields?.See(entities);
            see?.Invoke(entities);
        }

        findings.Close();
        return new ScanSummary(entities.Index, totals.Total, totals.Written, entities.Framing.IsBlocked);
    }
}

/// <summary>What a whole file amounts to.</summary>
/// <param name="Entities">Entities with 000 and 999.</param>
/// <param name="Total">Signed sum of all amounts in cents.</param>
/// <param name="Written">The total that the entity 999 has, null without one.</param>
/// <param name="IsBlocked">True for blocks with flags, false for a plain stream.</param>
internal readonly record struct ScanSummary(long Entities, long Total, long? Written, bool IsBlocked);
