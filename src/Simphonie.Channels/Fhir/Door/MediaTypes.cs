using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Simphonie.Channels.Fhir.Door;

/// <summary>Content negotiation: FHIR in JSON both ways; <c>application/json</c> stands for it, as R4 allows.</summary>
internal static class MediaTypes
{
    public static bool IsFhirJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && IsJson(type)
        && (type.Charset.Value is null || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    public static bool AcceptsFhirJson(HttpRequest request)
    {
        if (request.Query["_format"] is [{ Length: > 0 } format, ..])
        {
            return format is "json" || (MediaTypeHeaderValue.TryParse(format.Replace(' ', '+'), out var asked) && IsJson(asked));
        }

        return request.Headers.Accept.Count == 0
            || !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
            || accepted.Any(type => type.Quality is null or > 0 && (type.MatchesAllTypes || IsJson(type) || (type.MatchesAllSubTypes && type.Type == "application")));
    }

    private static bool IsJson(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("application/fhir+json", StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);
}
