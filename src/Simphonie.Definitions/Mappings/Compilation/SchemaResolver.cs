using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Mappings.Compilation;

/// <summary>Finds the schemas and formats that a mapping's head names, as they are on the mapping's date of effect.</summary>
internal sealed class SchemaResolver(MappingScope scope, DateOnly effective, DiagnosticBag findings)
{
    public DateOnly Effective => effective;

    /// <summary>Nothing in it, with a finding, when there is no such schema.</summary>
    public ResolvedSchema Resolve(Setting? setting)
    {
        if (setting is not Setting.Scalar reference)
        {
            return default;
        }

        var name = reference.Text;
        var hash = name.IndexOf('#', StringComparison.Ordinal);
        var type = hash < 0 ? null : name[(hash + 1)..];
        if (!scope.Schemas.TryResolve(name, effective, out var schema))
        {
            var known = scope.Schemas.All.Select(candidate => candidate.Header.Id);
            findings.Add(MappingCodes.UnknownSchema, reference.Place, $"no schema '{name}'{Suggestion.For(WithoutVersion(name), known)}");
            return default;
        }

        if (!scope.Formats.TryGetValue(schema.Format, out var format))
        {
            findings.Add(MappingCodes.UnknownSchema, reference.Place, $"no format '{schema.Format}' to write '{name}' with");
            return default;
        }

        if (type is not null && !schema.HasType(type))
        {
            findings.Add(MappingCodes.UnknownSchema, reference.Place, $"{schema.Header.Id} has no type '{type}'");
        }

        return new ResolvedSchema(schema, format, type);
    }

    private static string WithoutVersion(string name) => name.Split('@', '#')[0];
}

/// <summary>A schema reference, found.</summary>
internal readonly record struct ResolvedSchema(ISchema? Schema, IFormat? Format, string? Type);
