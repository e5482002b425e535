using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Formats.Xml;

namespace Simphonie.Channels.Soap.Service;

/// <summary>
/// A SOAP service of a profile over ASP.NET Core: both versions, checks by profile, faults as HTTP 500, and its own description at
/// <c>?wsdl</c> and <c>?xsd</c>.
/// </summary>
public sealed class SoapService(SoapProfile profile, ISoapHandler handler, SoapServiceOptions options)
{
    private static readonly XmlLimits Limits = XmlLimits.Default;

    private readonly RequestChecks _checks = new(profile, options);

    /// <summary>Maps GET and POST of a path.</summary>
    public void Map(IEndpointRouteBuilder endpoints, string path)
    {
        endpoints.MapPost(path, ServeAsync);
        endpoints.MapGet(path, DescribeAsync);
    }

    private async Task DescribeAsync(HttpContext context)
    {
        var query = context.Request.QueryString.Value ?? "";
        if (query.Equals("?wsdl", StringComparison.OrdinalIgnoreCase))
        {
            var address = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}{context.Request.Path}";
            await WriteAsync(context, StatusCodes.Status200OK, "text/xml; charset=utf-8", WsdlWriter.Write(profile, address));
        }
        else if (query.Equals("?xsd", StringComparison.OrdinalIgnoreCase) && profile.Schema is { } schema)
        {
            await WriteAsync(context, StatusCodes.Status200OK, "text/xml; charset=utf-8", schema.Source);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task ServeAsync(HttpContext context)
    {
        var (bytes, problem) = await ReadAsync(context);
        if (problem != 0)
        {
            await RefuseAsync(context, problem);
            return;
        }

        var envelope = SoapEnvelope.Read(bytes, Limits);
        if (envelope is null || envelope.Content < 0)
        {
            await FaultAsync(context, envelope?.Version ?? VersionOf(context), SoapFaults.Unreadable());
            return;
        }

        var operation = envelope.Message.NamespaceOf(envelope.Content) == (profile.Schema?.TargetNamespace ?? envelope.Message.NamespaceOf(envelope.Content))
            ? profile.OperationOf(envelope.Message.NameOf(envelope.Content))
            : null;
        if (_checks.Check(envelope, context.Connection.ClientCertificate is not null, operation) is { } fault)
        {
            await FaultAsync(context, envelope.Version, fault);
            return;
        }

        var request = new SoapRequest { Profile = profile, Operation = operation!, Envelope = envelope, MessageId = envelope.MessageId ?? "", Peer = context.Connection.ClientCertificate?.Subject };
        await AnswerAsync(context, envelope, operation!, await HandleAsync(request, context.RequestAborted));
    }

    private async ValueTask<SoapAnswer> HandleAsync(SoapRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await handler.HandleAsync(request, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            SoapLog.HandlerFailed(options.Log, profile.Service, exception.GetType().Name);
            return SoapAnswer.Of(SoapFaults.Failure(request.MessageId));
        }
    }

    private async Task AnswerAsync(HttpContext context, SoapEnvelope request, SoapOperation operation, SoapAnswer answer)
    {
        if (answer.Fault is { } fault)
        {
            await FaultAsync(context, request.Version, fault);
        }
        else if (answer.IsReset)
        {
            context.Abort();
        }
        else if (answer.Status != 0)
        {
            if (answer.RetryAfter is { } wait)
            {
                context.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            }

            context.Response.StatusCode = answer.Status;
        }
        else
        {
            var action = operation.Action + "Response";
            var echo = profile.ReplyAddressing;
            var body = SoapWriter.Answer(request.Version, echo ? action : null, echo ? request.MessageId : null, answer.Body.Span);
            await WriteAsync(context, StatusCodes.Status200OK, request.Version.ContentType(null), body);
        }
    }

    private async ValueTask<(ReadOnlyMemory<byte> Bytes, int Problem)> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > options.MaxBytes)
        {
            return (default, StatusCodes.Status413PayloadTooLarge);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = options.MaxBytes;
        }

        using var limit = new CancellationTokenSource(options.ReadTimeout, options.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, context.RequestAborted);
        var buffer = new ArrayBufferWriter<byte>((int)Math.Clamp(context.Request.ContentLength ?? 4096, 256, 1 << 20));
        try
        {
            while (true)
            {
                var read = await context.Request.Body.ReadAsync(buffer.GetMemory(4096), both.Token);
                if (read == 0)
                {
                    return (buffer.WrittenMemory, 0);
                }

                buffer.Advance(read);
                if (buffer.WrittenCount > options.MaxBytes)
                {
                    return (default, StatusCodes.Status413PayloadTooLarge);
                }
            }
        }
        catch (OperationCanceledException)
        {
            return (default, StatusCodes.Status408RequestTimeout);
        }
        catch (BadHttpRequestException exception)
        {
            return (default, exception.StatusCode);
        }
    }

    private static async Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.Headers.Connection = "close"; // the rest of the body is not read
        if (status == StatusCodes.Status413PayloadTooLarge)
        {
            await FaultAsync(context, VersionOf(context), SoapFaults.TooLarge());
            return;
        }

        context.Response.StatusCode = status;
    }

    private static SoapVersion VersionOf(HttpContext context) =>
        context.Request.ContentType?.StartsWith(SoapVersion.V11.MediaType, StringComparison.OrdinalIgnoreCase) == true ? SoapVersion.V11 : SoapVersion.V12;

    private static Task FaultAsync(HttpContext context, SoapVersion version, SoapFault fault) =>
        WriteAsync(context, StatusCodes.Status500InternalServerError, version.ContentType(null), SoapWriter.Fault(version, fault));

    private static async Task WriteAsync(HttpContext context, int status, string contentType, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
