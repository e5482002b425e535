using Simphonie.Core.Schemas;
using Simphonie.Formats.FhirPath.Functions;

namespace Simphonie.Formats.FhirPath;

/// <summary>What an expression may refer to, for checking it before it runs.</summary>
public sealed record ExpressionScope
{
    /// <summary>Schema of the focus; null: paths are not checked.</summary>
    public ISchema? Schema { get; init; }

    /// <summary>Type of the focus in <see cref="Schema"/>; null: its root type.</summary>
    public string? Type { get; init; }

    /// <summary>Types of the variables by name without %; null: variables are not checked. <c>now</c>, <c>ucum</c> and their like need not be named.</summary>
    public IReadOnlyDictionary<string, InferredType>? Variables { get; init; } = new Dictionary<string, InferredType>(StringComparer.Ordinal);

    /// <summary>Names of the code tables; null: not checked.</summary>
    public IReadOnlyCollection<string>? Tables { get; init; } = [];

    /// <summary>Names that <c>reference(name)</c> knows; null: not checked.</summary>
    public IReadOnlyCollection<string>? References { get; init; } = [];

    /// <summary>True: addresses of HL7 v2 are read (the focus or a variable is such a document).</summary>
    public bool Addresses { get; init; }

    /// <summary>Which functions may be called.</summary>
    public FunctionSet Functions { get; init; } = FunctionSet.All;
}
