namespace Simphonie.Engine.Control;

/// <summary>Who gives a command, and its id: the same id again carries nothing out again.</summary>
public sealed record HubCommand(string Id, string By);

/// <summary>How a command ended.</summary>
public enum CommandOutcome
{
    Done,

    /// <summary>The id was known: it was carried out before.</summary>
    Repeated,

    Refused,
}

/// <summary>The result of a command on one thing.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Id">What it made or dealt with: a handling or message.</param>
/// <param name="Finding">Why it was refused.</param>
public sealed record CommandResult(CommandOutcome Outcome, long Id, Core.Diagnostics.Diagnostic? Finding = null)
{
    internal static CommandResult Refused(long id, Core.Diagnostics.DiagnosticCode code) =>
        new(CommandOutcome.Refused, id, Core.Diagnostics.Diagnostic.Of(code, Core.Diagnostics.Place.Whole, code.Title));

    internal static CommandResult Of(Core.Journal.CommitResult commit, long id) => commit.Kind switch
    {
        Core.Journal.CommitKind.Committed => new(CommandOutcome.Done, id),
        Core.Journal.CommitKind.Repeated => new(CommandOutcome.Repeated, id),
        _ => Refused(id, ControlCodes.Changed),
    };
}

/// <summary>Which dead letters a command is for. All given conditions hold together.</summary>
public sealed record DeadLetterChoice(string? CauseCode = null, string? CausePlace = null, string? Route = null, int Limit = 10_000);
