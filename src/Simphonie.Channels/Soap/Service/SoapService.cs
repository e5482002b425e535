using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Channels.Streams;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Xml;

namespace Simphonie.Channels.Soap.Service;

/// <summary>
/// A SOAP service of a profile over ASP.NET Core: both versions, checks by profile, what it refuses kept where its handler keeps it, and its own
/// description at <c>?wsdl</c> and <c>?xsd</c>.
/// </summary>
public sealed class SoapService(SoapProfile profile, ISoapHandler handler, SoapServiceOptions options)
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

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
            await Replies.WriteAsync(context, StatusCodes.Status200OK, "text/xml; charset=utf-8", WsdlWriter.Write(profile, address));
        }
        else if (query.Equals("?xsd", StringComparison.OrdinalIgnoreCase) && profile.Schema is { } schema)
        {
            await Replies.WriteAsync(context, StatusCodes.Status200OK, "text/xml; charset=utf-8", schema.Source);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task ServeAsync(HttpContext context)
    {
        try
        {
            await (RequestMedia.IsTaken(context.Request) ? CallAsync(context) : NotTakenAsync(context));
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            SoapLog.HungUp(options.Log, profile.Service);
        }
    }

    private static Task NotTakenAsync(HttpContext context)
    {
        Replies.NotTaken(context);
        return Task.CompletedTask;
    }

    private async Task CallAsync(HttpContext context)
    {
        var (bytes, problem) = await RequestReading.OfAsync(context, options);
        if (problem != 0)
        {
            await BreakOffAsync(context, bytes, problem);
            return;
        }

        var message = XmlMessage.Read(bytes, null, XmlLimits.Default);
        var envelope = SoapEnvelope.Of(message);
        if (envelope is null || envelope.Content < 0)
        {
            await RefuseAsync(context, envelope?.Version, Unreadable(message, envelope is not null, IsKnown(context)), bytes, envelope is null ? null : RequestChecks.IdentityOf(envelope));
            return;
        }

        var operation = OperationOf(envelope);
        var contradicted = operation is not null && RequestMedia.ContradictsAction(context.Request, envelope.Version, operation);
        if (_checks.Check(envelope, context.Connection.ClientCertificate is not null, operation, contradicted) is { } refusal)
        {
            await RefuseAsync(context, envelope.Version, refusal, bytes, RequestChecks.IdentityOf(envelope));
            return;
        }

        var request = new SoapRequest { Profile = profile, Operation = operation!, Envelope = envelope, MessageId = envelope.MessageId ?? "", Peer = PeerOf(context) };
        await Replies.AnswerAsync(context, request, await HandleAsync(request, context.RequestAborted));
    }

    private SoapOperation? OperationOf(SoapEnvelope envelope) =>
        profile.Schema is null || envelope.Message.NamespaceOf(envelope.Content) == profile.Schema.TargetNamespace
            ? profile.OperationOf(envelope.Message.NameOf(envelope.Content))
            : null;

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

    /// <summary>The body is not whole: too large, too slow, or not what HTTP says. Of what is too large the head is kept.</summary>
    private async Task BreakOffAsync(HttpContext context, ReadOnlyMemory<byte> bytes, int status)
    {
        context.Response.Headers.Connection = "close"; // the rest of the body is not read
        if (status != StatusCodes.Status413PayloadTooLarge)
        {
            Replies.Bare(context, status);
            return;
        }

        var cause = IsKnown(context) ? Diagnostic.Of(SoapCodes.ServiceNotCallable, Place.Whole, "The call is over the limit.") : null;
        await RefuseAsync(context, null, new(SoapFaults.TooLarge(), cause), new PrefixedStream(bytes, context.Request.Body), null, status);
    }

    private Task RefuseAsync(HttpContext context, SoapVersion? version, SoapRefusal refusal, ReadOnlyMemory<byte> call, string? messageId) =>
        RefuseAsync(context, version, refusal, new PrefixedStream(call, Stream.Null), messageId);

    private async Task RefuseAsync(HttpContext context, SoapVersion? version, SoapRefusal refusal, Stream call, string? messageId, int status = 0)
    {
        if (refusal.Cause is { } cause && handler is ISoapRefusals refusals && !await KeepAsync(refusals, call, PeerOf(context), messageId, cause, context.RequestAborted))
        {
            Replies.Bare(context, StatusCodes.Status503ServiceUnavailable, Again);
            return;
        }

        await Replies.FaultAsync(context, version ?? RequestMedia.VersionOf(context.Request), refusal.Fault, status);
    }

    private async ValueTask<bool> KeepAsync(ISoapRefusals refusals, Stream call, string? peer, string? messageId, Diagnostic cause, CancellationToken cancellationToken)
    {
        try
        {
            return await refusals.KeepAsync(call, peer, messageId, cause, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            SoapLog.HandlerFailed(options.Log, profile.Service, exception.GetType().Name);
            return false;
        }
    }

    private static SoapRefusal Unreadable(XmlMessage message, bool isEnvelope, bool isKnown)
    {
        var cause = message.Findings.FirstOrDefault()
            ?? Diagnostic.Of(SoapCodes.ServiceNotCallable, Place.InMessage(isEnvelope ? "/Envelope/Body" : "/"), "The call is not an envelope of SOAP with one element in its body.");
        var isOther = !isEnvelope && message.IsWellFormed && message.RootName.Name == "Envelope" && SoapVersion.Of(message.RootName.Namespace) is null;
        return new(isOther ? SoapFaults.OtherVersion() : SoapFaults.Unreadable(cause), isKnown ? cause : null);
    }

    private bool IsKnown(HttpContext context) => _checks.IsKnown(context.Connection.ClientCertificate is not null);

    private static string? PeerOf(HttpContext context) => context.Connection.ClientCertificate?.Subject;
}
