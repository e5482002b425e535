using Simphonie.Formats.Noemie.Schemas;

namespace Simphonie.Formats.Noemie.Totals;

/// <summary>A level that an entity 990 will close.</summary>
/// <param name="type">The entity that opened it.</param>
/// <param name="level">Its niveau de rupture.</param>
internal sealed class OpenGroup(EntityType type, int level)
{
    /// <summary>Number of the entity that opened it.</summary>
    public int Number { get; } = type.Number;

    /// <summary>Which kind, outer ones first.</summary>
    public int Group { get; } = type.Group;

    public int Level { get; } = level;

    /// <summary>Units in it; a group closed inside of it is one.</summary>
    public long Count { get; set; }

    /// <summary>Signed sum in cents.</summary>
    public long Amount { get; set; }
}
