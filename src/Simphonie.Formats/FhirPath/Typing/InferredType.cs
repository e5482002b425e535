using Simphonie.Core.Schemas;

namespace Simphonie.Formats.FhirPath;

/// <summary>What is known of an expression's result before it runs.</summary>
/// <param name="Schema">Schema that <paramref name="Types"/> belong to; null for computed values and untyped documents.</param>
/// <param name="Types">Possible types: names of the schema, or <c>System.String</c> and its kin; empty when nothing is known.</param>
/// <param name="Many">True when the result may have several items; false when it has at most one.</param>
public sealed record InferredType(ISchema? Schema, IReadOnlyList<string> Types, bool Many)
{
    /// <summary>Nothing is known.</summary>
    public static InferredType Unknown { get; } = new(null, [], true);

    public static InferredType Boolean { get; } = System("Boolean");

    public static InferredType String { get; } = System("String");

    public static InferredType Integer { get; } = System("Integer");

    public static InferredType Decimal { get; } = System("Decimal");

    public static InferredType Date { get; } = System("Date");

    public static InferredType DateTime { get; } = System("DateTime");

    public static InferredType Time { get; } = System("Time");

    public static InferredType Quantity { get; } = System("Quantity");

    public bool IsKnown => Types.Count > 0;

    /// <summary>One value of a primitive type of FHIRPath.</summary>
    public static InferredType System(string name) => new(null, ["System." + name], false);

    /// <summary>The same types, at most one item.</summary>
    public InferredType One() => Many ? this with { Many = false } : this;

    /// <summary>What either side may give.</summary>
    public static InferredType Either(InferredType left, InferredType right) =>
        !left.IsKnown || !right.IsKnown || (left.Schema is not null && right.Schema is not null && !ReferenceEquals(left.Schema, right.Schema))
            ? Unknown
            : new InferredType(left.Schema ?? right.Schema, [.. left.Types.Union(right.Types, StringComparer.Ordinal)], left.Many || right.Many);
}
