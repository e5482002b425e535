using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.Noemie.Schemas;

/// <summary>One kind of entity: its layout, its name in expressions, and what it is to control totals.</summary>
internal sealed class EntityType
{
    public required int Number { get; init; }

    /// <summary>Name as a child (<c>amoPart</c>).</summary>
    public required string Name { get; init; }

    /// <summary>Name as a type (<c>AmoPart</c>).</summary>
    public required string TypeName { get; init; }

    public required FixedRecord Layout { get; init; }

    /// <summary>Place among the kinds that an entity 990 closes, outer ones first; -1 for the others.</summary>
    public int Group { get; init; } = -1;

    /// <summary>True when the group around it counts it.</summary>
    public bool IsUnit { get; init; }

    /// <summary>The amount that it adds to totals, null for none.</summary>
    public FixedField? Amount { get; init; }

    /// <summary>The sign of that amount; null when it is always positive.</summary>
    public FixedField? Sign { get; init; }

    /// <summary>A field that <see cref="RequiredFields"/> names.</summary>
    public FixedField Field(string name) =>
        Layout.Field(name) ?? throw new InvalidOperationException($"The loader lets no {Number:000} pass without {name}.");
}
