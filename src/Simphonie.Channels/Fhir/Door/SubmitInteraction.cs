using Microsoft.AspNetCore.Http;
using Simphonie.Channels.Streams;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Fhir;

namespace Simphonie.Channels.Fhir.Door;

/// <summary><c>$submit</c>: a caller waits for the route's answer, or takes a ticket and asks again.</summary>
internal sealed class SubmitInteraction(FhirDoorSettings settings, ChannelServices services)
{
    private static readonly TimeSpan _again = TimeSpan.FromSeconds(1);

    public async ValueTask<DoorAnswer> CallAsync(HttpContext context, string type, Prefer prefer, string? peer, string address)
    {
        var (body, isWhole) = await RequestBody.ReadAsync(context.Request, settings.MessageBytes, context.RequestAborted);
        if (!isWhole)
        {
            return await RefuseAsync(new PrefixedStream(body, context.Request.Body), type, peer, address, context.RequestAborted);
        }

        var faults = SubmitCheck.Of(body, type, Schema());
        var message = new InboundMessage { Channel = settings.Name, Body = body, Peer = peer, Inspector = new ExpectedInspector(null, faults) };
        var result = await services.Interactive.CallAsync(message, prefer.RespondAsync ? TimeSpan.Zero : prefer.Wait, context.RequestAborted);
        var answer = Of(result, type, address);
        var isReadable = faults.All(fault => fault.Code == FhirCodes.UnresolvedReference);
        return answer.Status == StatusCodes.Status400BadRequest && faults.Count > 0 && isReadable ? answer with { Status = StatusCodes.Status422UnprocessableEntity } : answer;
    }

    public async ValueTask<DoorAnswer> FindAsync(string ticket, string? peer, string address, CancellationToken cancellationToken)
    {
        var result = ticket.Length == 32 && ticket.All(char.IsAsciiHexDigitLower) ? await services.Interactive.FindAsync(ticket, peer, cancellationToken) : null;
        return result is null
            ? DoorAnswer.Error(StatusCodes.Status404NotFound, FhirChannelCodes.NotFound, "this caller has no such ticket")
            : Of(result, null, address);
    }

    /// <summary>What is over the limit goes to intake as a stream, which keeps its head and refuses it.</summary>
    private async ValueTask<DoorAnswer> RefuseAsync(Stream body, string type, string? peer, string address, CancellationToken cancellationToken)
    {
        var message = new InboundMessage { Channel = settings.Name, Stream = body, Peer = peer, Inspector = new ExpectedInspector(type, []) };
        return IntakeAnswers.Of(await services.Intake.ReceiveAsync(message, cancellationToken), id => $"{address}/{type}/{id}", wantsOutcome: false);
    }

    private static DoorAnswer Of(InteractiveResult result, string? type, string address) => result.State switch
    {
        InteractiveState.Answered when result.Answer is not null => new DoorAnswer(StatusCodes.Status200OK) { Payload = result.Answer },
        InteractiveState.Late => new DoorAnswer(StatusCodes.Status202Accepted) { ContentLocation = $"{address}/{DoorInteractions.Status}/{result.Ticket}", RetryAfter = _again },
        InteractiveState.NotAccepted when result.Intake is { Disposition: not (IntakeDisposition.Accepted or IntakeDisposition.Duplicate) } intake =>
            IntakeAnswers.Of(intake, id => $"{address}/{type}/{id}", wantsOutcome: false),
        InteractiveState.NotAccepted => DoorAnswer.Error(StatusCodes.Status409Conflict, FhirChannelCodes.Conflict, "this message was received before and its answer is not at hand"),
        InteractiveState.NoRoute => DoorAnswer.Error(StatusCodes.Status422UnprocessableEntity, FhirChannelCodes.NoRoute, "no route answers this message"),
        _ => DoorAnswer.Error(StatusCodes.Status422UnprocessableEntity, [Diagnostic.Of(FhirChannelCodes.NoAnswer, Place.Whole, "the message was kept and its route gave no answer"), .. result.Findings]),
    };

    /// <summary>The schema in force today; without one nothing can be said about references.</summary>
    private ISchema Schema() =>
        services.Schemas.TryResolve(settings.Schema, DateOnly.FromDateTime(services.Time.GetUtcNow().UtcDateTime), out var schema)
            ? schema
            : throw new InvalidOperationException($"The schema {settings.Schema} of channel {settings.Name} is not among the definitions.");
}
