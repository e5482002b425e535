using System.Text.Json.Nodes;
using Simphonie.Core.Declarations;

namespace Simphonie.Definitions.Reference;

/// <summary>Turns declarations into JSON Schema (draft 2020-12), which editors complete and check with.</summary>
internal static class FieldSchema
{
    /// <summary>An object with exactly these keys.</summary>
    /// <param name="fields">Its keys.</param>
    /// <param name="items">Schema of the entries of lists that declarations cannot describe because they nest (<c>steps</c>), by key.</param>
    public static JsonObject Object(IEnumerable<FieldDeclaration> fields, IReadOnlyDictionary<string, JsonObject>? items = null)
    {
        var list = fields.ToList();
        var properties = new JsonObject();
        foreach (var field in list)
        {
            properties[field.Name] = Of(field, items);
        }

        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        if (list.Exists(f => f.Required))
        {
            schema["required"] = new JsonArray([.. list.Where(f => f.Required).Select(f => (JsonNode)f.Name)]);
        }

        return schema;
    }

    private static JsonObject Of(FieldDeclaration field, IReadOnlyDictionary<string, JsonObject>? items)
    {
        var schema = Shape(field, items);
        schema["description"] = field.Unit is null ? field.Description : $"{field.Description} In {field.Unit}.";
        if (field.Default is not null)
        {
            schema["default"] = field.Default;
        }

        if (field.Example is not null)
        {
            schema["examples"] = new JsonArray(field.Example);
        }

        return schema;
    }

    private static JsonObject Shape(FieldDeclaration field, IReadOnlyDictionary<string, JsonObject>? items) => field.Kind switch
    {
        FieldKind.Integer => Integer(field),
        FieldKind.Number => new() { ["type"] = "number" },
        FieldKind.Boolean => new() { ["type"] = "boolean" },
        FieldKind.Duration => new() { ["type"] = "string", ["pattern"] = "^[0-9]+ ?(ms|s|seconds?|min|minutes?|h|hours?|d|days?|weeks?)$" },
        FieldKind.Date => new() { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
        FieldKind.Choice => new() { ["enum"] = new JsonArray([.. field.Choices.Select(c => (JsonNode)c)]) },
        FieldKind.Map => field.Fields.Count == 0 ? new() { ["type"] = "object" } : Object(field.Fields, items),
        FieldKind.List => List(field, items),
        FieldKind.Any => [],
        _ => new() { ["type"] = new JsonArray("string", "number", "boolean") },
    };

    private static JsonObject Integer(FieldDeclaration field)
    {
        var schema = new JsonObject { ["type"] = "integer" };
        if (field.Minimum is { } minimum)
        {
            schema["minimum"] = minimum;
        }

        if (field.Maximum is { } maximum)
        {
            schema["maximum"] = maximum;
        }

        return schema;
    }

    /// <summary>A list of one may be written as its entry.</summary>
    private static JsonObject List(FieldDeclaration field, IReadOnlyDictionary<string, JsonObject>? items)
    {
        if (items?.GetValueOrDefault(field.Name) is { } nested)
        {
            return new() { ["type"] = "array", ["items"] = nested.DeepClone() };
        }

        return field.Fields.Count > 0
            ? new() { ["type"] = "array", ["items"] = Object(field.Fields, items) }
            : new() { ["type"] = new JsonArray("array", "string", "number", "boolean") };
    }
}
