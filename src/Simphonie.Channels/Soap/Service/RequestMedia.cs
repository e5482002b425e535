using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Simphonie.Channels.Http;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Channels.Soap.Profiles;

namespace Simphonie.Channels.Soap.Service;

/// <summary>What the HTTP header of a call says of its body.</summary>
internal static class RequestMedia
{
    private static readonly HashSet<string> Charsets = new(StringComparer.OrdinalIgnoreCase) { "utf-8", "us-ascii", "utf-16", "iso-8859-1", "iso-8859-15", "windows-1252" };

    /// <summary>False for what is neither SOAP 1.1 nor 1.2 by its type, has a charset that is never read, or is compressed.</summary>
    public static bool IsTaken(HttpRequest request) =>
        ContentCodings.IsTaken(request)
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (type.MediaType.Equals(SoapVersion.V11.MediaType, StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals(SoapVersion.V12.MediaType, StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || Charsets.Contains(type.Charset.Value!.Trim('"')));

    /// <summary>The version that the content type belongs to, for answers to what has no envelope.</summary>
    public static SoapVersion VersionOf(HttpRequest request) =>
        request.ContentType?.StartsWith(SoapVersion.V11.MediaType, StringComparison.OrdinalIgnoreCase) == true ? SoapVersion.V11 : SoapVersion.V12;

    /// <summary>
    /// True when the header names another action than the operation's: <c>SOAPAction</c> of SOAP 1.1, the parameter <c>action</c> of 1.2.
    /// Neither need be there: the body says what is asked for.
    /// </summary>
    public static bool ContradictsAction(HttpRequest request, SoapVersion version, SoapOperation operation)
    {
        var action = version == SoapVersion.V11
            ? request.Headers["SOAPAction"].ToString().Trim().Trim('"')
            : MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type.Parameters.FirstOrDefault(parameter => parameter.Name == "action")?.Value.Value?.Trim('"') : null;
        return !string.IsNullOrEmpty(action) && action != operation.Action;
    }
}
