using System.Text.Json;

namespace Simphonie.Channels.Fhir.Endpoint;

/// <summary>Where a resource goes: the settings' address, else that of its type; a Bundle goes to the base.</summary>
internal static class FhirTarget
{
    /// <summary>Null when the resource lacks the type or the id that its address is made of.</summary>
    public static Uri? Of(FhirEndpointSettings settings, ReadOnlySpan<byte> body)
    {
        if (settings.Address is { } address)
        {
            return new Uri(settings.Base, address.TrimStart('/'));
        }

        var (type, id) = Read(body);
        if (type is null || !type.All(char.IsAsciiLetter))
        {
            return null;
        }

        if (settings.Put)
        {
            return id is not null && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.') ? new Uri(settings.Base, $"{type}/{id}") : null;
        }

        return type == "Bundle" ? new Uri(settings.Base.ToString().TrimEnd('/')) : new Uri(settings.Base, type);
    }

    private static (string? Type, string? Id) Read(ReadOnlySpan<byte> body)
    {
        string? type = null;
        string? id = null;
        var reader = new Utf8JsonReader(body);
        try
        {
            while ((type is null || id is null) && reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 })
                {
                    var isType = reader.ValueTextEquals("resourceType"u8);
                    var isId = reader.ValueTextEquals("id"u8);
                    if (reader.Read() && reader.TokenType == JsonTokenType.String)
                    {
                        type = isType ? reader.GetString() : type;
                        id = isId ? reader.GetString() : id;
                    }
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The frozen bytes are the hub's own; a message replayed from elsewhere may be anything and is then rejected.
            return (null, null);
        }

        return (type, id);
    }
}
