using Simphonie.Core.Diagnostics;

namespace Simphonie.Engine.Replay;

/// <summary>Codes of replay (SIM43xx).</summary>
public static class ReplayCodes
{
    public static readonly DiagnosticCode NotFound = new("SIM4301", Severity.Error,
        "There is no such handling, or its message has been removed by retention.", "Look the number up again.");

    public static readonly DiagnosticCode RevisionUnknown = new("SIM4302", Severity.Error,
        "The revision is not known, or has no route of that name.", "List the revisions with definitions list.");

    public static readonly DiagnosticCode NotRecorded = new("SIM4303", Severity.Warning,
        "The replay came to a call that has no recorded answer, and stops there.", "Nothing: a dry run asks no endpoint.");

    public static readonly DiagnosticCode NewerDelivered = new("SIM4304", Severity.Error,
        "Something newer was delivered for the same key.", "Check that the older content may take its place, then repeat with --force.");

    public static readonly DiagnosticCode NeedsReason = new("SIM4305", Severity.Error,
        "A real replay makes new effects and needs a reason.", "Use --as-new --why, or look first with --dry-run.");

    public static readonly DiagnosticCode StillOpen = new("SIM4306", Severity.Error,
        "The handling has not ended.", "Retry or discard it; a replay would do its work twice.");
}
