namespace Simphonie.Contracts.Channels;

/// <summary>What a caller that waits has been told.</summary>
public enum CallerState
{
    /// <summary>The answer of the route.</summary>
    Answered,

    /// <summary>It comes later: the caller was told how to ask for it.</summary>
    Late,

    /// <summary>There is none, and why.</summary>
    Refused,

    /// <summary>To come again with the same call.</summary>
    ComeAgain,
}

/// <summary>What a caller has been told.</summary>
/// <param name="State">How its call stands.</param>
/// <param name="Text">The whole answer, as the protocol carries it.</param>
/// <param name="Reference">When late: what to ask with; null when nothing was said.</param>
public sealed record CallerTold(CallerState State, string Text, string? Reference);

/// <summary>A door for callers that wait, with two clients before it that it can tell apart. Made by a fixture for each test.</summary>
public interface IInteractiveRig : IAsyncDisposable
{
    /// <summary>The document that the route answers with, and its format: text that <see cref="CallerTold.Text"/> then holds as it is.</summary>
    (string Text, string Format) Answer { get; }

    /// <summary>Makes the call of this name, the same bytes whenever it is named; ends when the caller has been told. Cancelling hangs up.</summary>
    Task<CallerTold> CallAsync(InteractiveClient client, string call, CancellationToken cancellationToken);

    /// <summary>Asks for a late answer in the way that the caller was told.</summary>
    Task<CallerTold> AskAgainAsync(InteractiveClient client, string reference, CancellationToken cancellationToken);
}

/// <summary>The clients of a rig.</summary>
public enum InteractiveClient
{
    Own,
    Other,
}
