using System.Runtime.CompilerServices;
using Simphonie.Core.Lots;
using Simphonie.Definitions.Routes;

namespace Simphonie.Engine.Dispatch.Plans;

/// <summary>
/// A route cut into stages: its steps laid out flat, with a new stage behind every wait (call, endpoint enrich, aggregate).
/// Stages are numbered in the order of the file, so that a number means the same place for every message of a revision;
/// a message that skips a wait never sees that wait's stage.
/// </summary>
internal sealed class RoutePlan
{
    private static readonly ConditionalWeakTable<Route, RoutePlan> s_plans = new();

    private readonly List<Instruction> _instructions = [];
    private readonly List<int> _starts = [0];

    private RoutePlan(Route route)
    {
        Route = route;
        Lay(route.Steps, "");
        DocumentNames =
        [
            .. _instructions.SelectMany(static instruction => instruction.Step switch
            {
                Step.Map map => [map.As],
                Step.Call call => [call.As],
                Step.Enrich enrich => [enrich.As],
                Step.Aggregate aggregate => [aggregate.As],
                Step.Control { As: { } verdict } => [verdict],
                Step.Classify classify => [classify.As],
                Step.Let let => let.Values.Select(static value => value.Name),
                _ => (IEnumerable<string>)[],
            }).Distinct(StringComparer.Ordinal),
        ];
    }

    public Route Route { get; }

    /// <summary>Whether a dead letter holds its key. An interactive caller was told of the failure: nothing waits for a human then.</summary>
    public bool HoldsOnDead => Route is { HoldOnDead: true, Answer: null };

    /// <summary>True when its messages are files of lots.</summary>
    public bool CarriesLots => Route.From.Contains(LotChannel.Name, StringComparer.Ordinal);

    public IReadOnlyList<Instruction> Instructions => _instructions;

    /// <summary>Names that its steps give to documents.</summary>
    public IReadOnlyList<string> DocumentNames { get; }

    /// <summary>Number of stages; as the next stage of a handling it means that no stage is left.</summary>
    public int StageCount => _starts.Count;

    public static RoutePlan Of(Route route) => s_plans.GetValue(route, static route => new RoutePlan(route));

    /// <summary>Position of the first instruction of a stage.</summary>
    public int StartOf(int stage) => _starts[stage];

    /// <summary>The step whose answer begins a stage; null for the first.</summary>
    public Step? ResumedBy(int stage) => stage == 0 ? null : _instructions[_starts[stage]].Step;

    /// <summary>Whether another plan waits for the same, one after the other, up to the stage: what was done under this one can then go on under the other.</summary>
    public bool WaitsAlike(RoutePlan other, int stage)
    {
        if (stage > other.StageCount || (stage == StageCount) != (stage == other.StageCount))
        {
            return false;
        }

        for (var past = 1; past <= stage && past < StageCount; past++)
        {
            if (WaitOf(past) != other.WaitOf(past))
            {
                return false;
            }
        }

        return true;
    }

    private (string Step, string? Endpoint) WaitOf(int stage) => ResumedBy(stage) switch
    {
        Step.Call call => (StepNames.Of(call), call.Endpoint),
        Step.Enrich enrich => (StepNames.Of(enrich), enrich.SourceName),
        { } step => (StepNames.Of(step), null),
        null => ("", null),
    };

    private void Lay(IReadOnlyList<Step> steps, string prefix)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var position = $"{prefix}{i + 1}";
            switch (steps[i])
            {
                case Step.Choose choose:
                    LayChoose(choose, position);
                    break;
                case Step.Call or Step.Aggregate or Step.Enrich { Source: "endpoint" }:
                    LayWait(steps[i], $"{position} {StepNames.Of(steps[i])}");
                    break;
                default:
                    _instructions.Add(new(InstructionKind.Run, $"{position} {StepNames.Of(steps[i])}", steps[i]) { Target = _instructions.Count + 1 });
                    break;
            }
        }
    }

    private void LayWait(Step step, string name)
    {
        _instructions.Add(new(InstructionKind.Wait, name, step) { Target = _instructions.Count + 2, NextStage = _starts.Count });
        _starts.Add(_instructions.Count);
        _instructions.Add(new(InstructionKind.Resume, name, step));
    }

    private void LayChoose(Step.Choose choose, string position)
    {
        var branch = new Instruction(InstructionKind.Branch, $"{position} choose", choose);
        _instructions.Add(branch);
        var cases = new int[choose.Cases.Count];
        var ends = new List<Instruction>();
        for (var i = 0; i < cases.Length; i++)
        {
            cases[i] = _instructions.Count;
            Lay(choose.Cases[i].Steps, $"{position}.{i + 1}.");
            var end = new Instruction(InstructionKind.Jump, branch.Name, choose);
            _instructions.Add(end);
            ends.Add(end);
        }

        branch.Cases = cases;
        branch.Target = _instructions.Count;
        foreach (var end in ends)
        {
            end.Target = _instructions.Count;
        }
    }
}
