using System.Collections.Immutable;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Mappings.Compilation;

/// <summary>What an expression sees where it stands: its focus, and the variables declared above. Immutable; going inside gives another.</summary>
internal sealed record ExpressionFrame
{
    private static readonly string[] s_texts = ["hub", "establishment", "world"];

    public required InferredType Focus { get; init; }

    public required ImmutableDictionary<string, InferredType> Variables { get; init; }

    public required ImmutableHashSet<string> Tables { get; init; }

    /// <summary>HL7 v2 is among the sources, so that addresses are read.</summary>
    public required bool Addresses { get; init; }

    public static ExpressionFrame Of(ResolvedSchema from, IEnumerable<string> tables)
    {
        var variables = ImmutableDictionary.Create<string, InferredType>(StringComparer.Ordinal).Add("message", InferredType.Unknown).Add("now", InferredType.DateTime);
        foreach (var name in s_texts)
        {
            variables = variables.Add(name, InferredType.String);
        }

        return new ExpressionFrame { Focus = RootOf(from), Variables = variables, Tables = [.. tables], Addresses = IsAddressable(from) };
    }

    public ExpressionFrame WithDocument(string name, ResolvedSchema schema) =>
        this with { Variables = Variables.SetItem(name, RootOf(schema)), Addresses = Addresses || IsAddressable(schema) };

    public ExpressionFrame With(string name, InferredType? type) => this with { Variables = Variables.SetItem(name, type ?? InferredType.Unknown) };

    public ExpressionFrame Focused(InferredType type) => this with { Focus = type.One() };

    public ExpressionScope ToScope(IReadOnlyCollection<string> references) => new()
    {
        Schema = Focus.Types.Count == 1 ? Focus.Schema : null,
        Type = Focus.Types.Count == 1 ? Focus.Types[0] : null,
        Variables = Variables,
        Tables = Tables,
        References = references,
        Addresses = Addresses,
    };

    private static bool IsAddressable(ResolvedSchema schema) => schema.Schema?.Format is "hl7v2";

    private static InferredType RootOf(ResolvedSchema schema) =>
        schema.Schema is { } known ? new InferredType(known, [schema.Type ?? known.RootType], Many: false) : InferredType.Unknown;
}
