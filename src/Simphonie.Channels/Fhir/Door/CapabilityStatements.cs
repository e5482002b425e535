using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Simphonie.Formats.Fhir;

namespace Simphonie.Channels.Fhir.Door;

/// <summary>The CapabilityStatement of the door, made from its interactions.</summary>
internal static class CapabilityStatements
{
    public static ReadOnlyMemory<byte> Write(string hub, DateTimeOffset started)
    {
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "CapabilityStatement");
        json.WriteString("status", "active");
        json.WriteString("date", started.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture));
        json.WriteString("kind", "instance");
        json.WriteStartObject("software");
        json.WriteString("name", "Simphonie Hub");
        json.WriteEndObject();
        json.WriteStartObject("implementation");
        json.WriteString("description", hub);
        json.WriteEndObject();
        json.WriteString("fhirVersion", "4.0.1");
        json.WriteStartArray("format");
        json.WriteStringValue(FhirFormat.MediaType);
        json.WriteEndArray();
        json.WriteStartArray("rest");
        json.WriteStartObject();
        json.WriteString("mode", "server");
        json.WriteString("documentation", "A Bundle of type message or collection is posted to the base address. There is no search.");
        json.WriteStartArray("resource");
        foreach (var resource in DoorInteractions.Resources)
        {
            Resource(resource, json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }

    private static void Resource(string resource, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", resource);
        json.WriteStartArray("interaction");
        foreach (var interaction in (ReadOnlySpan<string>)["create", "read"])
        {
            json.WriteStartObject();
            json.WriteString("code", interaction);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("versioning", "no-version");
        if (DoorInteractions.Operations.TryGetValue(resource, out var definition))
        {
            json.WriteStartArray("operation");
            json.WriteStartObject();
            json.WriteString("name", DoorInteractions.Submit[1..]);
            json.WriteString("definition", definition);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
