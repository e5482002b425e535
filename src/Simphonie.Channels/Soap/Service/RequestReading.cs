using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Simphonie.Channels.Http;

namespace Simphonie.Channels.Soap.Service;

/// <summary>What was read of a request's body. <paramref name="Problem"/> is the HTTP status that says why it is not whole; 0 when it is.</summary>
internal readonly record struct RequestReading(ReadOnlyMemory<byte> Bytes, int Problem)
{
    /// <summary>Reads the body within the service's bounds of size and time.</summary>
    public static async ValueTask<RequestReading> OfAsync(HttpContext context, SoapServiceOptions options)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null; // bounded here, so that the head of what is too large can be kept
        }

        FramedBody.Guard(context.Request);
        if (context.Request.ContentLength > options.MaxBytes)
        {
            return new(default, StatusCodes.Status413PayloadTooLarge);
        }

        using var limit = new CancellationTokenSource(options.ReadTimeout, options.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, context.RequestAborted);
        var buffer = new ArrayBufferWriter<byte>((int)Math.Clamp(context.Request.ContentLength ?? 4096, 256, 1 << 20));
        try
        {
            while (await context.Request.Body.ReadAsync(buffer.GetMemory(4096), both.Token) is var read and > 0)
            {
                buffer.Advance(read);
                if (buffer.WrittenCount > options.MaxBytes)
                {
                    return new(buffer.WrittenMemory, StatusCodes.Status413PayloadTooLarge);
                }
            }

            return new(buffer.WrittenMemory, 0);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return new(default, StatusCodes.Status408RequestTimeout);
        }
        catch (BadHttpRequestException exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            return new(default, exception.StatusCode);
        }
    }
}
