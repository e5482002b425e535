using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Simphonie.Core.Documents;
using Simphonie.Formats.Fhir.Schema;

namespace Simphonie.Formats.Fhir.Writing;

/// <summary>Writes a built resource as compact JSON (http://hl7.org/fhir/R4/json.html): what is empty is left out.</summary>
internal sealed class DraftWriter(Action<DraftNode, string> fault)
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public void Write(DraftNode root, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, _options);
        WriteObject(root, json);
    }

    private void WriteObject(DraftNode node, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (node.Type is { Kind: FhirTypeKind.Resource })
        {
            json.WriteString("resourceType", node.Type.Name);
        }

        WriteGroups(node, json);
        json.WriteEndObject();
    }

    private void WriteGroups(DraftNode node, Utf8JsonWriter json)
    {
        foreach (var group in node.Groups)
        {
            var items = group.Items.FindAll(item => !item.IsEmpty);
            if (items.Count == 0)
            {
                continue;
            }

            if (items.Count > group.Property.Element.Max)
            {
                fault(items[^1], $"the element stands {items.Count} times and may stand {group.Property.Element.Max} times");
            }

            if (group.Property.Type.Primitive != FhirPrimitive.None)
            {
                WritePrimitives(group.Property, items, json);
            }
            else if (group.Property.Element.IsList)
            {
                json.WriteStartArray(group.Property.Name);
                items.ForEach(item => WriteObject(item, json));
                json.WriteEndArray();
            }
            else
            {
                json.WritePropertyName(group.Property.Name);
                WriteObject(items[0], json);
            }
        }
    }

    private void WritePrimitives(FhirProperty property, List<DraftNode> items, Utf8JsonWriter json)
    {
        if (items.Exists(item => !item.Value.IsNone))
        {
            json.WritePropertyName(property.Name);
            WriteAll(property, items, json, item => !item.Value.IsNone, item => WriteValue(item.Value, json));
        }

        if (items.Exists(item => item.HasContent))
        {
            json.WritePropertyName("_" + property.Name);
            WriteAll(property, items, json, item => item.HasContent, item => WriteObject(item, json));
        }
    }

    /// <summary>One value, or for a list an array with null where an item has none.</summary>
    private static void WriteAll(FhirProperty property, List<DraftNode> items, Utf8JsonWriter json, Predicate<DraftNode> has, Action<DraftNode> write)
    {
        if (!property.Element.IsList)
        {
            write(items[0]);
            return;
        }

        json.WriteStartArray();
        foreach (var item in items)
        {
            if (has(item))
            {
                write(item);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Value value, Utf8JsonWriter json)
    {
        switch (value.Kind)
        {
            case ValueKind.Boolean:
                json.WriteBooleanValue(value.Boolean);
                break;
            case ValueKind.Integer or ValueKind.Long or ValueKind.Decimal:
                json.WriteRawValue(value.Text, skipInputValidation: true);
                break;
            default:
                json.WriteStringValue(value.Text);
                break;
        }
    }
}
