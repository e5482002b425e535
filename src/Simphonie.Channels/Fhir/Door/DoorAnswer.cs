using System.Globalization;
using Microsoft.AspNetCore.Http;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;
using Simphonie.Formats.Fhir;

namespace Simphonie.Channels.Fhir.Door;

/// <summary>An answer of the door: status, headers and body. Made by pure functions, written at the end.</summary>
internal sealed record DoorAnswer(int Status)
{
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>A body that may be large; null for <see cref="Body"/>.</summary>
    public Payload? Payload { get; init; }

    public string? Location { get; init; }

    public string? ContentLocation { get; init; }

    public string? ETag { get; init; }

    public DateTimeOffset? LastModified { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public string? Challenge { get; init; }

    public string? Allow { get; init; }

    public string? AcceptEncoding { get; init; }

    public static DoorAnswer Error(int status, params IEnumerable<Diagnostic> findings) => new(status) { Body = OperationOutcomes.Write(findings) };

    public static DoorAnswer Error(int status, DiagnosticCode code, string text) => Error(status, Diagnostic.Of(code, Place.Whole, text));

    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        Set(response, "Location", Location);
        Set(response, "Content-Location", ContentLocation);
        Set(response, "ETag", ETag);
        Set(response, "Last-Modified", LastModified?.ToString("R", CultureInfo.InvariantCulture));
        Set(response, "Retry-After", RetryAfter is { } after ? Math.Ceiling(after.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null);
        Set(response, "WWW-Authenticate", Challenge);
        Set(response, "Allow", Allow);
        Set(response, "Accept-Encoding", AcceptEncoding);
        response.Headers.CacheControl = "no-store";
        if (Payload is not null)
        {
            response.ContentType = FhirFormat.MediaType;
            response.ContentLength = Payload.Length;
            await using var content = Payload.OpenRead();
            await content.CopyToAsync(response.Body, cancellationToken);
        }
        else if (Body.Length > 0)
        {
            response.ContentType = FhirFormat.MediaType;
            response.ContentLength = Body.Length;
            await response.Body.WriteAsync(Body, cancellationToken);
        }
    }

    private static void Set(HttpResponse response, string name, string? value)
    {
        if (value is not null)
        {
            response.Headers[name] = value;
        }
    }
}
