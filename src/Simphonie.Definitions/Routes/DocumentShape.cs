using Simphonie.Core.Schemas;

namespace Simphonie.Definitions.Routes;

/// <summary>What is known of a named document before there is one.</summary>
/// <param name="Format">Name of its format; null when not known.</param>
/// <param name="Schema">Its schema; null when not known.</param>
/// <param name="Type">Type of its root within the schema; null: the schema's own root, or not known.</param>
public sealed record DocumentShape(string? Format, ISchema? Schema, string? Type)
{
    public static DocumentShape Unknown { get; } = new(null, null, null);

    /// <summary>Reads a reference such as <c>fhir/r4#Bundle</c>; a bare word is a format.</summary>
    public static DocumentShape Of(string? reference, ISchemaCatalog schemas)
    {
        if (reference is null)
        {
            return Unknown;
        }

        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var type = hash < 0 ? null : reference[(hash + 1)..];
        if (schemas.TryResolve(reference, DateOnly.MaxValue, out var schema))
        {
            return new(schema.Format, schema, type);
        }

        return new(reference[..(hash < 0 ? reference.Length : hash)].Split('/', '@')[0], null, type);
    }
}
