using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Simphonie.Channels.Http;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Fhir.Door;

/// <summary>The FHIR door: finds the interaction that a request is, and answers it. Every error is an OperationOutcome.</summary>
internal sealed class FhirDoor
{
    private readonly FhirDoorSettings _settings;
    private readonly ChannelServices _services;
    private readonly ILogger _log;
    private readonly Callers _callers;
    private readonly SubmitInteraction _submit;
    private readonly ReadOnlyMemory<byte> _capabilities;

    public FhirDoor(FhirDoorSettings settings, ChannelServices services)
    {
        _settings = settings;
        _services = services;
        _log = services.Logs.CreateLogger("Simphonie.Fhir");
        _callers = new Callers(settings);
        _submit = new SubmitInteraction(settings, services);
        _capabilities = CapabilityStatements.Write(services.Hub, services.Time.GetUtcNow());
    }

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var answer = await AnswerAsync(context);
            await answer.WriteAsync(context.Response, context.RequestAborted);
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException or BadHttpRequestException)
        {
            FhirChannelLog.HungUp(_log, _settings.Name);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await DoorAnswer.Error(exception.StatusCode, FhirChannelCodes.BodyBroken, "nothing was kept").WriteAsync(context.Response, context.RequestAborted);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            // Not acknowledged: the caller sends again. The exception's text may quote a message and stays out of both answer and log.
            FhirChannelLog.Failed(_log, _settings.Name, exception.GetType().Name);
            await DoorAnswer.Error(StatusCodes.Status500InternalServerError, FhirChannelCodes.Broken, "nothing is promised of this message").WriteAsync(context.Response, context.RequestAborted);
        }
    }

    private async ValueTask<DoorAnswer> AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var segments = ((string?)request.RouteValues["address"] ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var isGet = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (!MediaTypes.AcceptsFhirJson(request))
        {
            return DoorAnswer.Error(StatusCodes.Status406NotAcceptable, FhirChannelCodes.NotAcceptable, "Accept leaves out application/fhir+json");
        }

        if (segments is ["metadata"] && isGet)
        {
            return new DoorAnswer(StatusCodes.Status200OK) { Body = _capabilities };
        }

        if (!_callers.TryIdentify(context, out var peer))
        {
            return DoorAnswer.Error(StatusCodes.Status401Unauthorized, FhirChannelCodes.NotAuthenticated, "no valid credentials were sent") with { Challenge = _callers.Challenge };
        }

        if (isGet)
        {
            return segments switch
            {
                [DoorInteractions.Status, var ticket] => await _submit.FindAsync(ticket, peer, Base(request), context.RequestAborted),
                [var type, var id] when DoorInteractions.Resources.Contains(type) => await ReadAsync(type, id, peer, context.RequestAborted),
                _ => Unknown(segments),
            };
        }

        return HttpMethods.IsPost(request.Method) ? await PostAsync(context, segments, peer) : Unknown(segments);
    }

    private async ValueTask<DoorAnswer> PostAsync(HttpContext context, string[] segments, string? peer)
    {
        var request = context.Request;
        var isOperation = segments is [var subject, DoorInteractions.Submit] && DoorInteractions.Operations.ContainsKey(subject);
        if (!isOperation && segments is not [] && !(segments is [var type] && DoorInteractions.Resources.Contains(type)))
        {
            return Unknown(segments);
        }

        if (!MediaTypes.IsFhirJson(request))
        {
            return DoorAnswer.Error(StatusCodes.Status415UnsupportedMediaType, FhirChannelCodes.MediaType, "Content-Type is not application/fhir+json in UTF-8");
        }

        if (!ContentCodings.IsTaken(request))
        {
            return DoorAnswer.Error(StatusCodes.Status415UnsupportedMediaType, FhirChannelCodes.Coding, "Content-Encoding names a coding") with { AcceptEncoding = ContentCodings.Taken };
        }

        if (!Prefer.TryParse(request.Headers["Prefer"], out var prefer))
        {
            return DoorAnswer.Error(StatusCodes.Status400BadRequest, FhirChannelCodes.BadPrefer, "a preference has a value that it cannot have");
        }

        RequestBody.Unbound(context);
        FramedBody.Guard(request);
        return isOperation
            ? await _submit.CallAsync(context, segments[0], prefer, peer, Base(request))
            : await CreateAsync(context, segments is [var created] ? created : "Bundle", isRoot: segments is [], prefer, peer);
    }

    private async ValueTask<DoorAnswer> CreateAsync(HttpContext context, string type, bool isRoot, Prefer prefer, string? peer)
    {
        var request = context.Request;
        var message = new InboundMessage { Channel = _settings.Name, Peer = peer, Inspector = isRoot ? new BundleInspector() : new ExpectedInspector(type, []) };
        ReadOnlyMemory<byte>? small = RequestBody.IsSmall(request) ? (await RequestBody.ReadAsync(request, Payload.InlineLimit, context.RequestAborted)).Bytes : default(ReadOnlyMemory<byte>?);
        message = small is { } body ? message with { Body = body } : message with { Stream = request.Body };
        var result = await _services.Intake.ReceiveAsync(message, context.RequestAborted);
        var answer = IntakeAnswers.Of(result, id => $"{Base(request)}/{type}/{id.ToString(CultureInfo.InvariantCulture)}", prefer.Return == "OperationOutcome");
        return prefer.Return == "representation" && result.Disposition == IntakeDisposition.Accepted && small is not null ? answer with { Body = small.Value } : answer;
    }

    /// <summary>What was received, byte for byte, for the caller that posted it; another caller cannot tell it from nothing.</summary>
    private async ValueTask<DoorAnswer> ReadAsync(string type, string id, string? peer, CancellationToken cancellationToken)
    {
        var record = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? await _services.Journal.MessageAsync(number, cancellationToken) : null;
        if (record is null || record.Channel != _settings.Name || record.Type != type || record.Peer != peer || record.State == MessageState.Refused)
        {
            return DoorAnswer.Error(StatusCodes.Status404NotFound, FhirChannelCodes.NotFound, "no resource of this address was received from this caller");
        }

        return record.Payload is null
            ? DoorAnswer.Error(StatusCodes.Status410Gone, FhirChannelCodes.Gone, "the content was removed")
            : new DoorAnswer(StatusCodes.Status200OK) { Payload = record.Payload, ETag = "W/\"1\"", LastModified = record.ReceivedAt };
    }

    private static DoorAnswer Unknown(string[] segments)
    {
        var isKnown = segments is [] or [DoorInteractions.Status, _] || DoorInteractions.Resources.Contains(segments[0]);
        return DoorAnswer.Error(isKnown ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status404NotFound, FhirChannelCodes.NotSupported, "the door has no such interaction")
            with { Allow = !isKnown ? null : segments.Length == 2 && segments[1] != DoorInteractions.Submit ? "GET" : "POST" };
    }

    private string Base(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}{_settings.Path}";
}
