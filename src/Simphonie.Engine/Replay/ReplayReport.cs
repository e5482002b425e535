using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;

namespace Simphonie.Engine.Replay;

/// <summary>What a dry run gave, beside what happened.</summary>
/// <param name="Handling">The handling that was run again.</param>
/// <param name="Revision">The definitions it was run with.</param>
/// <param name="Stages">Each stage that was run.</param>
/// <param name="Findings">Why it could not be run to its end.</param>
public sealed record ReplayReport(long Handling, string Revision, IReadOnlyList<ReplayedStage> Stages, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>True when something would be otherwise than it was.</summary>
    public bool Differs => Stages.Any(static stage => stage.Differs);
}

/// <summary>One stage, as it was and as it would be.</summary>
/// <param name="Ordinal">Number of the stage.</param>
/// <param name="StepsWere">Steps as recorded; empty when the stage had not run.</param>
/// <param name="Steps">Steps of the dry run.</param>
/// <param name="Documents">Documents by name.</param>
/// <param name="Deliveries">What left and what would leave.</param>
/// <param name="AnswerAssumed">True when the request differs, so that the recorded answer is not one to this request.</param>
public sealed record ReplayedStage(
    int Ordinal,
    IReadOnlyList<StepOutcome> StepsWere,
    IReadOnlyList<StepOutcome> Steps,
    IReadOnlyList<ReplayedBytes> Documents,
    IReadOnlyList<ReplayedBytes> Deliveries,
    bool AnswerAssumed)
{
    public bool Differs => StepsDiffer || Documents.Any(static document => document.Differs) || Deliveries.Any(static delivery => delivery.Differs);

    /// <summary>True when a step came to another result or other findings; the time taken does not count.</summary>
    public bool StepsDiffer => !Summary(StepsWere).SequenceEqual(Summary(Steps), StringComparer.Ordinal);

    private static IEnumerable<string> Summary(IReadOnlyList<StepOutcome> steps) =>
        steps.Select(static step => $"{step.Step}\n{step.Result}\n{string.Join('\n', step.Findings.Select(static finding => $"{finding.Code.Id} {finding.Place} {finding.Text}"))}");
}

/// <summary>Bytes as they were and as they would be; null for none.</summary>
/// <param name="Name">Name of the document, or endpoint of the delivery.</param>
/// <param name="Format">Format of the bytes.</param>
/// <param name="Was">As recorded.</param>
/// <param name="Would">As the dry run made them.</param>
public sealed record ReplayedBytes(string Name, string? Format, ReadOnlyMemory<byte>? Was, ReadOnlyMemory<byte>? Would)
{
    public bool Differs => Was is null != Would is null || (Was is { } was && Would is { } would && !was.Span.SequenceEqual(would.Span));

    /// <summary>Payload is never printed.</summary>
    public override string ToString() => $"{Name} {(Differs ? "differs" : "equal")}";
}
