using Microsoft.AspNetCore.Http;

namespace Simphonie.Channels.Http;

/// <summary>
/// Codings of a request's body (RFC 9110, 8.4). The hub takes none: what is compressed small can be anything when it is not, and the journal keeps
/// the bytes that the sender meant. The answer is 415 with what is taken.
/// </summary>
internal static class ContentCodings
{
    public const string Taken = "identity";

    public static bool IsTaken(HttpRequest request) =>
        request.Headers.ContentEncoding.All(coding => string.IsNullOrWhiteSpace(coding) || coding.Trim().Equals(Taken, StringComparison.OrdinalIgnoreCase));
}
