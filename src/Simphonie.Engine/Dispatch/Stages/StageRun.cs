using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Engine.Dispatch.Plans;
using Simphonie.Engine.Dispatch.Steps;

namespace Simphonie.Engine.Dispatch.Stages;

/// <summary>The record of a running stage: what each step did, and how the stage ended.</summary>
internal sealed class StageRun(StageContext context)
{
    private readonly List<StepOutcome> _steps = [];
    private long _began;

    public void Begin(string step)
    {
        context.Begin(step);
        _began = context.Environment.Time.GetTimestamp();
    }

    public Diagnostic FirstError() => context.Findings.First(static finding => finding.Severity == Severity.Error);

    public void Note(string result)
    {
        var micros = (long)context.Environment.Time.GetElapsedTime(_began).TotalMicroseconds;
        _steps.Add(new(context.StepName, result, [.. context.Findings], micros));
    }

    /// <summary>Null when the stage goes on.</summary>
    public StageResult? Conclude(StepEnd end, Instruction instruction, int stage, int stageCount)
    {
        switch (end.Kind)
        {
            case StepEndKind.Next:
                Note("done");
                return null;
            case StepEndKind.Skipped:
                Note("skipped");
                return null;
            case StepEndKind.Waits:
                Note("done");
                return End(StageEnd.Waits, instruction.NextStage, null);
            case StepEndKind.Dropped:
                Note("dropped");
                return End(StageEnd.Dropped, stageCount, end.Cause);
            case StepEndKind.MustCount:
                return End(StageEnd.MustCount, stage, null);
            default:
                return Fail(stage, end.Cause!);
        }
    }

    /// <summary>Ends the stage at the step that runs. All its findings are told, not only the one that is the cause.</summary>
    public StageResult Fail(int stage, Diagnostic cause)
    {
        if (!context.Findings.Contains(cause))
        {
            context.Findings.Add(cause);
        }

        Note("failed");
        return End(StageEnd.Failed, stage, cause);
    }

    public StageResult End(StageEnd end, int nextStage, Diagnostic? cause) => new()
    {
        End = end,
        NextStage = nextStage,
        Cause = cause,
        CauseStep = cause is null ? null : context.StepName,
        Steps = _steps,
        Documents = context.Made,
        Deliveries = context.Deliveries,
        WorkItems = context.WorkItems,
        Remembered = context.Remembered,
        Parts = context.Parts,
        Raised = context.Raised,
        Lots = context.Lots,
        Returns = context.Returns,
        Carried = context.Carried,
        Group = context.Group,
        Count = context.Count,
    };
}
