using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;

namespace Simphonie.Core.Channels;

/// <summary>The door for callers that wait (FHIR, SOAP): intake, the route that answers in line, and the answer or a ticket.</summary>
public interface IInteractiveIntake
{
    /// <summary>
    /// Receives and waits for the route's answer at most <paramref name="wait"/> (null: the route's <c>answer_within_seconds</c>).
    /// Cancelling (the caller hung up) stops the waiting only; the handling goes on.
    /// </summary>
    ValueTask<InteractiveResult> CallAsync(InboundMessage message, TimeSpan? wait, CancellationToken cancellationToken);

    /// <summary>Looks up a late answer by its ticket; only the peer that posted may see it. Null when unknown to that peer.</summary>
    ValueTask<InteractiveResult?> FindAsync(string ticket, string? peer, CancellationToken cancellationToken);
}

/// <summary>How an interactive call stands.</summary>
public enum InteractiveState
{
    /// <summary>Answered by <see cref="InteractiveResult.Answer"/>.</summary>
    Answered,

    /// <summary>Still under way: ask again with <see cref="InteractiveResult.Ticket"/>.</summary>
    Late,

    /// <summary>Intake did not accept it: see <see cref="InteractiveResult.Intake"/>.</summary>
    NotAccepted,

    /// <summary>Accepted and kept, but no route answers it in line.</summary>
    NoRoute,

    /// <summary>The route ended without an answer: findings say why.</summary>
    Failed,
}

/// <summary>The state of an interactive call and, when there is one, its answer.</summary>
public sealed record InteractiveResult
{
    public required InteractiveState State { get; init; }

    public IntakeResult? Intake { get; init; }

    public Payload? Answer { get; init; }

    /// <summary>Format of the answer, such as <c>fhir</c>.</summary>
    public string? AnswerFormat { get; init; }

    /// <summary>128 random bits as 32 hexadecimal digits, given to the client that posted.</summary>
    public string? Ticket { get; init; }

    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];
}
