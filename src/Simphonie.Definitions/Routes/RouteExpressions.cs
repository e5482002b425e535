using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Routes;

/// <summary>Compiles expressions of routes and tests with FHIRPath: paths are checked against the schema of the focus, variables against the documents made before.</summary>
internal sealed class RouteExpressions(IEnumerable<string> tables) : IExpressionCompiler
{
    /// <summary>Variables that the hub itself gives.</summary>
    private static readonly string[] s_ofHub = ["hub", "establishment", "world"];

    private readonly string[] _tables = [.. tables];

    public Expression? Compile(Setting.Scalar text, DocumentShape focus, IReadOnlyDictionary<string, DocumentShape> documents, DiagnosticBag findings)
    {
        var scope = new ExpressionScope
        {
            Schema = focus.Schema,
            Type = focus.Type,
            Variables = Variables(documents),
            Tables = _tables,
            Addresses = focus.Format is null or "hl7v2" || documents.Values.Any(d => d.Format == "hl7v2"),
        };
        return FhirPathCompiler.Compile(text.Text, scope, text.Place, findings);
    }

    private static Dictionary<string, InferredType> Variables(IReadOnlyDictionary<string, DocumentShape> documents)
    {
        var variables = s_ofHub.ToDictionary(n => n, _ => InferredType.String, StringComparer.Ordinal);
        foreach (var (name, shape) in documents)
        {
            variables[name] = shape.Schema is null ? InferredType.Unknown : new(shape.Schema, [shape.Type ?? shape.Schema.RootType], Many: false);
        }

        return variables;
    }
}
