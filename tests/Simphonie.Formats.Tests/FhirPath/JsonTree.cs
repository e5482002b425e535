using System.Text.Json;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.Tests.FhirPath;

/// <summary>Documents without a schema, from JSON.</summary>
internal static class JsonTree
{
    public static TreeDocument Read(string json, string? type = null)
    {
        using var parsed = JsonDocument.Parse(json);
        var builder = new TreeBuilder(type ?? "root", type);
        Fill(builder, builder.Root, parsed.RootElement);
        return builder.Build();
    }

    private static void Fill(TreeBuilder builder, long node, JsonElement element)
    {
        foreach (var property in element.EnumerateObject())
        {
            Add(builder, node, property.Name, property.Value);
        }
    }

    private static void Add(TreeBuilder builder, long parent, string name, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var entry in element.EnumerateArray())
                {
                    Add(builder, parent, name, entry);
                }

                break;
            case JsonValueKind.Object:
                Fill(builder, builder.Add(parent, name), element);
                break;
            default:
                builder.Add(parent, name, Primitive(element));
                break;
        }
    }

    private static Value Primitive(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => Value.Of(true),
        JsonValueKind.False => Value.Of(false),
        JsonValueKind.Number => element.TryGetInt32(out var number) ? Value.Of(number) : Value.OfDecimalText(element.GetRawText()),
        JsonValueKind.String => Value.Of(element.GetString()!),
        _ => Value.None,
    };
}
