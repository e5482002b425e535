using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;

namespace Simphonie.Core.Journal;

/// <summary>A committed stage: what its steps did and the documents they made. Never run again, unless a step of it failed: then it has findings and no documents.</summary>
public sealed record StageRecord
{
    public required long Handling { get; init; }

    public required int Ordinal { get; init; }

    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<StepOutcome> Steps { get; init; }

    /// <summary>Documents that later stages read by name.</summary>
    public IReadOnlyList<StageDocument> Documents { get; init; } = [];
}

/// <summary>What one step did.</summary>
/// <param name="Step">Kind and position in the route: <c>2 map</c>.</param>
/// <param name="Result"><c>done</c>, <c>skipped</c>, <c>dropped</c>, <c>failed</c>.</param>
/// <param name="Findings">Its findings.</param>
/// <param name="Micros">Time taken in microseconds.</param>
public sealed record StepOutcome(string Step, string Result, IReadOnlyList<Diagnostic> Findings, long Micros);

/// <summary>A named document of a stage.</summary>
public sealed record StageDocument(string Name, string Format, string? Schema, Payload Body);
