using Microsoft.AspNetCore.Http;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Fhir.Door;

/// <summary>What the caller is told of a message at the door: a pure function of what intake did with it.</summary>
internal static class IntakeAnswers
{
    private static readonly TimeSpan _again = TimeSpan.FromSeconds(5);

    /// <param name="result">What intake did.</param>
    /// <param name="address">Address of a kept message by its id.</param>
    /// <param name="wantsOutcome">True for <c>Prefer: return=OperationOutcome</c>.</param>
    public static DoorAnswer Of(IntakeResult result, Func<long, string> address, bool wantsOutcome) => result.Disposition switch
    {
        IntakeDisposition.Accepted => Kept(StatusCodes.Status201Created, result.MessageId, result, address, wantsOutcome),
        IntakeDisposition.Duplicate => Kept(StatusCodes.Status200OK, result.FirstId, result, address, wantsOutcome),
        IntakeDisposition.Conflict => DoorAnswer.Error(StatusCodes.Status409Conflict, With(result, FhirChannelCodes.Conflict, "another message had this identity and other content")),
        IntakeDisposition.Invalid => DoorAnswer.Error(StatusCodes.Status422UnprocessableEntity, result.Findings),
        IntakeDisposition.Unreadable => DoorAnswer.Error(StatusCodes.Status400BadRequest, With(result, FhirChannelCodes.WrongType, "the body is not a resource that this address takes")),
        IntakeDisposition.WrongWorld => DoorAnswer.Error(StatusCodes.Status422UnprocessableEntity, With(result, FhirChannelCodes.WrongWorld, "the hub's world is the other one")),
        IntakeDisposition.TooLarge => DoorAnswer.Error(StatusCodes.Status413PayloadTooLarge, With(result, FhirChannelCodes.TooLarge, "the channel's limit was reached")),
        _ => DoorAnswer.Error(StatusCodes.Status503ServiceUnavailable, FhirChannelCodes.Overloaded, "nothing was kept") with { RetryAfter = _again },
    };

    private static DoorAnswer Kept(int status, long id, IntakeResult result, Func<long, string> address, bool wantsOutcome) => new(status)
    {
        Location = address(id),
        ETag = "W/\"1\"",
        Body = wantsOutcome ? OperationOutcomes.Write([Diagnostic.Of(FhirChannelCodes.Received, Place.Whole, "the message was kept"), .. result.Findings]) : default,
    };

    /// <summary>The findings of intake; where it has none, the one that the disposition itself is.</summary>
    private static IEnumerable<Diagnostic> With(IntakeResult result, DiagnosticCode code, string text) =>
        result.Findings.Any(finding => finding.Severity == Severity.Error) ? result.Findings : [Diagnostic.Of(code, Place.Whole, text), .. result.Findings];
}
