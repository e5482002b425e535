using System.Text.Json.Nodes;
using Simphonie.Formats.Fhir.Schema;

namespace Simphonie.Formats.Tests.Fhir.Validation;

/// <summary>Ways to break a resource, each by one rule of the definitions. A way gives false when the resource has nothing that it could break.</summary>
internal static class Mutations
{
    public static IReadOnlyList<(string Name, Func<JsonObject, FhirType, bool> Apply)> All { get; } =
    [
        ("unknown-element", (root, _) => root.TryAdd("unknownElement", "x")),
        ("unknown-nested-element", (root, type) => First(root, type, (_, property, value) => property.Type.Primitive == FhirPrimitive.None && value is JsonObject nested && nested.TryAdd("unknownElement", "x"))),
        ("missing-required", (root, type) => First(root, type, (owner, property, _) => property.Element.Min > 0 && !property.Element.IsChoice && owner.Count > 1 && owner.Remove(property.Name))),
        ("object-for-primitive", (root, type) => First(root, type, (owner, property, value) => value is JsonValue && Replace(owner, property, new JsonObject { ["a"] = "b" }))),
        ("bad-date", (root, type) => First(root, type, (owner, property, value) => value is JsonValue && property.Type.Primitive is FhirPrimitive.Date or FhirPrimitive.DateTime or FhirPrimitive.Instant && Replace(owner, property, "2024-13-45"))),
        ("single-for-list", (root, type) => First(root, type, (owner, property, value) => property.Element.IsList && owner[property.Name] is JsonArray && Replace(owner, property, value!.DeepClone()))),
        ("list-for-single", (root, type) => First(root, type, (owner, property, value) => !property.Element.IsList && value is JsonObject && Replace(owner, property, new JsonArray(value.DeepClone())))),
        ("empty-list", (root, type) => First(root, type, (owner, property, _) => property.Element.IsList && property.Element.Min == 0 && Replace(owner, property, new JsonArray()))),
        ("empty-object", (root, type) => First(root, type, (owner, property, value) => value is JsonObject && property.Element is { IsList: false } && property.Type.Kind != FhirTypeKind.Resource && Replace(owner, property, new JsonObject()))),
        ("null-value", (root, type) => First(root, type, (owner, property, value) => value is JsonValue && !property.Element.IsList && Replace(owner, property, null))),
        ("bad-code", (root, type) => First(root, type, (owner, property, value) => value is JsonValue && property is { Element: { Binding: { } binding, IsList: false }, Type.Primitive: FhirPrimitive.Code } && FhirTestFiles.R4.TryGetValueSet(binding, out var codes) && !codes.IsOpen && Replace(owner, property, "not-a-code"))),
        ("second-choice", (root, type) => First(root, type, AddSecondChoice)),
        ("bad-id", (root, _) => Set(root, "id", "has space")),
        ("text-for-boolean", (root, type) => First(root, type, (owner, property, value) => value is JsonValue && property.Type.Primitive == FhirPrimitive.Boolean && Replace(owner, property, "true"))),
        ("negative-count", (root, type) => First(root, type, (owner, property, value) => value is JsonValue && property.Type.Primitive is FhirPrimitive.PositiveInt or FhirPrimitive.UnsignedInt && Replace(owner, property, -1))),
        ("empty-text", (root, type) => First(root, type, (owner, property, value) => value is JsonValue && property.Type.Primitive == FhirPrimitive.String && !property.Element.IsList && Replace(owner, property, ""))),
    ];

    /// <summary>Tries each property in document order, deeper ones after their parents, until one is broken.</summary>
    private static bool First(JsonObject owner, FhirType type, Func<JsonObject, FhirProperty, JsonNode?, bool> apply)
    {
        foreach (var (name, value) in owner.ToList())
        {
            if (type.TryGetProperty(name, out var property) && name is not ("text" or "contained" or "id") && apply(owner, property, value is JsonArray array ? array.FirstOrDefault() : value))
            {
                return true;
            }
        }

        foreach (var (name, value) in owner.ToList())
        {
            if (type.TryGetProperty(name, out var property)
                && property.Type.Kind is FhirTypeKind.Component or FhirTypeKind.Complex
                && (value is JsonArray array ? array.FirstOrDefault() : value) is JsonObject child
                && name != "text"
                && First(child, property.Type, apply))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AddSecondChoice(JsonObject owner, FhirProperty property, JsonNode? value) =>
        property.Element.IsChoice
        && property.Element.Properties.FirstOrDefault(other => other != property && other.Type.Primitive is FhirPrimitive.Boolean or FhirPrimitive.String or FhirPrimitive.DateTime) is { } second
        && owner.TryAdd(second.Name, second.Type.Primitive switch { FhirPrimitive.Boolean => true, FhirPrimitive.String => "x", _ => "2026-01-01" });

    private static bool Replace(JsonObject owner, FhirProperty property, JsonNode? value) => Set(owner, property.Name, value);

    private static bool Set(JsonObject owner, string name, JsonNode? value)
    {
        owner[name] = value;
        return true;
    }
}
