using System.Globalization;
using Microsoft.AspNetCore.Http;
using Simphonie.Channels.Http;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Channels.Soap.Profiles;

namespace Simphonie.Channels.Soap.Service;

/// <summary>Writes what a service answers as HTTP.</summary>
internal static class Replies
{
    public static async Task AnswerAsync(HttpContext context, SoapRequest request, SoapAnswer answer)
    {
        var version = request.Envelope.Version;
        if (answer.Fault is { } fault)
        {
            await FaultAsync(context, version, fault);
        }
        else if (answer.IsReset)
        {
            context.Abort();
        }
        else if (answer.Status != 0)
        {
            Bare(context, answer.Status, answer.RetryAfter);
        }
        else
        {
            var echo = request.Profile.ReplyAddressing;
            var body = SoapWriter.Answer(version, echo ? request.Operation.Action + "Response" : null, echo ? request.Envelope.MessageId : null, answer.Body.Span);
            await WriteAsync(context, StatusCodes.Status200OK, version.ContentType(null), body);
        }
    }

    /// <summary>A status without a body.</summary>
    public static void Bare(HttpContext context, int status, TimeSpan? retryAfter = null)
    {
        if (retryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        context.Response.StatusCode = status;
    }

    /// <summary>415 with what is taken.</summary>
    public static void NotTaken(HttpContext context)
    {
        context.Response.Headers.AcceptEncoding = ContentCodings.Taken;
        context.Response.Headers.Accept = $"{SoapVersion.V12.MediaType}, {SoapVersion.V11.MediaType}";
        Bare(context, StatusCodes.Status415UnsupportedMediaType);
    }

    /// <summary>
    /// A fault with its status: 500, but 400 for what a sender of SOAP 1.2 has to correct (SOAP 1.2 part 2, 7.5.2.2). What the binding to HTTP
    /// knows better, such as 413, is <paramref name="status"/>.
    /// </summary>
    public static Task FaultAsync(HttpContext context, SoapVersion version, SoapFault fault, int status = 0) => WriteAsync(
        context,
        status != 0 ? status : version == SoapVersion.V12 && fault.Code == "Sender" ? StatusCodes.Status400BadRequest : StatusCodes.Status500InternalServerError,
        version.ContentType(null),
        SoapWriter.Fault(version, fault));

    public static async Task WriteAsync(HttpContext context, int status, string contentType, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
