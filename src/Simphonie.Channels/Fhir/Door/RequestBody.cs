using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Fhir.Door;

/// <summary>Reads the body of a request: small ones whole, others as the stream that intake reads and bounds.</summary>
internal static class RequestBody
{
    /// <summary>Lets intake judge the size instead of the listener, so that the head of what is too large is kept.</summary>
    public static void Unbound(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = null;
        }
    }

    public static bool IsSmall(HttpRequest request) => request.ContentLength is <= Payload.InlineLimit;

    /// <summary>The whole body, or what was read of it when it is longer than the limit: then nothing more is read.</summary>
    public static async ValueTask<(ReadOnlyMemory<byte> Bytes, bool IsWhole)> ReadAsync(HttpRequest request, long limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return (default, false);
        }

        var body = new ArrayBufferWriter<byte>((int)Math.Max(1, request.ContentLength ?? 4096));
        while (await request.Body.ReadAsync(body.GetMemory(4096), cancellationToken) is var count and > 0)
        {
            body.Advance(count);
            if (body.WrittenCount > limit)
            {
                return (body.WrittenMemory, false);
            }
        }

        return (body.WrittenMemory, true);
    }
}
