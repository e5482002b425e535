using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Simphonie.Channels.Fhir.Door;

/// <summary>Who calls: the subject of a client certificate that the listener has checked, else a user by Basic or a client by Bearer.</summary>
internal sealed class Callers(FhirDoorSettings settings)
{
    private bool Demanded => settings.Users.Count > 0 || settings.Tokens.Count > 0;

    /// <summary>The schemes to offer in <c>WWW-Authenticate</c>.</summary>
    public string Challenge => settings.Tokens.Count > 0 ? "Bearer" : "Basic realm=\"fhir\", charset=\"UTF-8\"";

    /// <summary>False when the channel wants to know its callers and this one is unknown; the peer is null where it need not be known.</summary>
    public bool TryIdentify(HttpContext context, out string? peer)
    {
        peer = context.Connection.ClientCertificate?.Subject;
        if (peer is not null || !Demanded)
        {
            return true;
        }

        var header = context.Request.Headers.Authorization.ToString();
        peer = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? Named(settings.Tokens, header[7..].Trim())
            : header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) ? User(header[6..].Trim())
            : null;
        return peer is not null;
    }

    private string? User(string credentials)
    {
        var bytes = new byte[credentials.Length];
        if (!Convert.TryFromBase64String(credentials, bytes, out var length))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && settings.Users.TryGetValue(text[..colon], out var password) && Same(password, text[(colon + 1)..]) ? text[..colon] : null;
    }

    /// <summary>Compares with every token, so that the time says nothing of which one was near.</summary>
    private static string? Named(IReadOnlyDictionary<string, string> tokens, string given)
    {
        string? found = null;
        foreach (var (name, token) in tokens)
        {
            found = Same(token, given) ? name : found;
        }

        return found;
    }

    private static bool Same(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));
}
