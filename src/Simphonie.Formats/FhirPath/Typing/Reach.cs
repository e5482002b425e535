namespace Simphonie.Formats.FhirPath.Typing;

/// <summary>What <c>$this</c> is where a part of an expression stands, and what its addresses are read from.</summary>
internal readonly record struct Reach(InferredType This, InferredType Anchor, bool HasAddresses)
{
    public static Reach Outside(ExpressionScope scope)
    {
        var focus = scope.Schema is { } schema ? new InferredType(schema, [scope.Type ?? schema.RootType], false) : InferredType.Unknown with { Many = false };
        return new Reach(focus, focus, scope.Addresses && (scope.Schema is null || IsHl7(focus)));
    }

    /// <summary>Inside an argument that is evaluated for each item.</summary>
    public Reach Inside(InferredType item) => IsHl7(item) || !item.IsKnown
        ? new Reach(item, IsHl7(item) ? item : InferredType.Unknown, HasAddresses || IsHl7(item) || !item.IsKnown)
        : this with { This = item };

    private static bool IsHl7(InferredType type) => string.Equals(type.Schema?.Format, "hl7v2", StringComparison.Ordinal);
}
