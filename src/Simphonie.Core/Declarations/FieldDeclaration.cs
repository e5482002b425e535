namespace Simphonie.Core.Declarations;

/// <summary>Shape of a field's value in a definition.</summary>
public enum FieldKind
{
    Text,
    Integer,
    Number,
    Boolean,
    Duration,
    Date,
    Choice,
    Expression,
    Reference,
    Map,
    List,
    Any,
}

/// <summary>
/// One declaration of a field of a step, channel or definition. It feeds the parser, the linter, the JSON schemas that editors complete with,
/// and the reference pages, so that they cannot disagree.
/// </summary>
public sealed record FieldDeclaration
{
    public required string Name { get; init; }

    public required FieldKind Kind { get; init; }

    /// <summary>One sentence for the reference page and the editor's hover.</summary>
    public required string Description { get; init; }

    public bool Required { get; init; }

    /// <summary>Default as it would be written, null for none.</summary>
    public string? Default { get; init; }

    public string? Example { get; init; }

    /// <summary>Unit of a number: <c>seconds</c>, <c>megabytes</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>Values of a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Fields of a map, or of the entries of a list.</summary>
    public IReadOnlyList<FieldDeclaration> Fields { get; init; } = [];

    public long? Minimum { get; init; }

    public long? Maximum { get; init; }
}
