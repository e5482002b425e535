using System.Text.Json;

namespace Simphonie.Formats.Tests.Fhir;

/// <summary>Compares JSON by meaning: properties in any order, everything else exactly; numbers by their digits as written.</summary>
internal static class Json
{
    /// <summary>Path of the first difference, null when equal.</summary>
    public static string? Difference(JsonElement left, JsonElement right, string path = "$")
    {
        if (left.ValueKind != right.ValueKind)
        {
            return $"{path}: {left.ValueKind} and {right.ValueKind}";
        }

        switch (left.ValueKind)
        {
            case JsonValueKind.Object:
                return Properties(left, right, path);
            case JsonValueKind.Array:
                var items = right.EnumerateArray().ToList();
                return left.GetArrayLength() != items.Count
                    ? $"{path}: length"
                    : left.EnumerateArray().Select((item, index) => Difference(item, items[index], $"{path}[{index}]")).FirstOrDefault(found => found is not null);
            case JsonValueKind.Number:
                return left.GetRawText() == right.GetRawText() ? null : $"{path}: number";
            case JsonValueKind.String:
                return left.GetString() == right.GetString() ? null : $"{path}: text";
            default:
                return null;
        }
    }

    private static string? Properties(JsonElement left, JsonElement right, string path)
    {
        var names = left.EnumerateObject().Select(property => property.Name).ToHashSet();
        names.UnionWith(right.EnumerateObject().Select(property => property.Name));
        foreach (var name in names)
        {
            if (!left.TryGetProperty(name, out var one) || !right.TryGetProperty(name, out var other))
            {
                return $"{path}.{name}: on one side only";
            }

            if (Difference(one, other, $"{path}.{name}") is { } difference)
            {
                return difference;
            }
        }

        return null;
    }
}
