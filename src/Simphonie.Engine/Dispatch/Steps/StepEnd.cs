using Simphonie.Core.Diagnostics;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>What follows a step.</summary>
internal enum StepEndKind
{
    Next,
    Skipped,
    Waits,
    Dropped,
    Failed,
    MustCount,
}

/// <summary>How a step ended, and why when it ended the handling.</summary>
internal readonly record struct StepEnd(StepEndKind Kind, Diagnostic? Cause = null)
{
    public static StepEnd Next => new(StepEndKind.Next);

    public static StepEnd Skipped => new(StepEndKind.Skipped);

    public static StepEnd Waits => new(StepEndKind.Waits);

    public static StepEnd MustCount => new(StepEndKind.MustCount);

    public static StepEnd Dropped(Diagnostic cause) => new(StepEndKind.Dropped, cause);

    public static StepEnd Failed(Diagnostic cause) => new(StepEndKind.Failed, cause);

    public static StepEnd Failed(DiagnosticCode code, string text) => new(StepEndKind.Failed, Diagnostic.Of(code, Place.Whole, text));
}
