using System.Collections.Frozen;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Plans;
using Simphonie.Engine.Dispatch.Steps;

namespace Simphonie.Engine.Dispatch.Stages;

/// <summary>
/// One run of a stage. It stops before a step that needs something counted durably, and goes on with that step when <see cref="GoOn"/> is called
/// again: the steps before it are not run twice.
/// </summary>
internal sealed class StageExecution : IDisposable
{
    private static readonly FrozenDictionary<Type, IStepRunner> s_runners = new IStepRunner[]
    {
        new ValidateStep(), new MapStep(), new FilterStep(), new SplitStep(), new AggregateStep(), new EnrichStep(),
        new CallStep(), new SendStep(), new RememberStep(), new WorkItemStep(), new LimitStep(), new RaiseStep(),
        new LotStep(), new CarryStep(), new ReconcileStep(), new ControlStep(), new LetStep(), new ClassifyStep(),
    }.ToFrozenDictionary(static runner => runner.Kind);

    private readonly StageInput _input;
    private readonly StageContext _context;
    private readonly StageRun _run;
    private bool _selected;
    private int _position;

    public StageExecution(StageEnvironment environment, StageInput input)
    {
        _input = input;
        _context = new StageContext(environment, input);
        _run = new StageRun(_context);
        _selected = input.Handling.Stage > 0 || !input.Select;
        _position = input.Handling.Stage >= input.Plan.StageCount ? input.Plan.Instructions.Count : input.Plan.StartOf(input.Handling.Stage);
    }

    /// <summary>Runs to the end of the stage, or to a step that must count; then the count is set and this is called again.</summary>
    public StageResult GoOn()
    {
        _context.Count = null;
        try
        {
            return Steps();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A bug, not bad data: its kind is told and its text is not, which may hold a value of the message.
            return _run.Fail(_input.Handling.Stage, Diagnostic.Of(DispatchCodes.StepBroke, Place.Whole, $"The step ended by {exception.GetType().Name}."));
        }
    }

    public void Dispose() => _context.Dispose();

    private StageResult Steps()
    {
        if (!_selected && SelectAgain() is { } failure)
        {
            return failure;
        }

        _selected = true;
        var plan = _input.Plan;
        while (_position < plan.Instructions.Count)
        {
            var instruction = plan.Instructions[_position];
            if (instruction.Kind == InstructionKind.Jump)
            {
                _position = instruction.Target;
                continue;
            }

            _run.Begin(instruction.Name);
            if (instruction.Kind != InstructionKind.Resume && !Applies(instruction.Step))
            {
                if (_context.Findings.HasErrors)
                {
                    return _run.Fail(_input.Handling.Stage, _run.FirstError());
                }

                _run.Note("skipped");
                _position = instruction.Target;
                continue;
            }

            if (instruction.Kind == InstructionKind.Branch)
            {
                _position = Branch(instruction);
                if (_context.Findings.HasErrors)
                {
                    return _run.Fail(_input.Handling.Stage, _run.FirstError());
                }

                _run.Note("done");
                continue;
            }

            var runner = s_runners[instruction.Step.GetType()];
            var end = instruction.Kind == InstructionKind.Resume ? runner.Resume(instruction.Step, _context) : runner.Run(instruction.Step, _context);
            if (_run.Conclude(end, instruction, _input.Handling.Stage, plan.StageCount) is { } result)
            {
                return result;
            }

            _position = end.Kind == StepEndKind.Skipped ? instruction.Target : _position + 1;
        }

        return _run.End(StageEnd.Finished, plan.StageCount, null);
    }

    // The first stage looks again at what the sequencer decided by, so that a failing condition has a handling to show it.
    private StageResult? SelectAgain()
    {
        _run.Begin("0 select");
        var route = _context.Route;
        _ = route.When?.IsTrue(_context.Evaluation());
        if (route.Key is not null && string.IsNullOrEmpty(route.Key.Text1(_context.Evaluation())))
        {
            _context.Findings.Add(DispatchCodes.EmptyKey, route.Place, "The key is empty: the message is its own key.");
        }

        if (_context.Findings.HasErrors)
        {
            var first = _run.FirstError();
            return _run.Fail(0, Diagnostic.Of(DispatchCodes.ConditionFailed, first.Place, first.Text));
        }

        if (_context.Findings.Count > 0)
        {
            _run.Note("done");
        }

        return null;
    }

    private bool Applies(Step step) => step.If is null || step.If.IsTrue(_context.Evaluation());

    private int Branch(Instruction instruction)
    {
        var choose = (Step.Choose)instruction.Step;
        for (var i = 0; i < choose.Cases.Count; i++)
        {
            if (choose.Cases[i].Condition is not { } condition || condition.IsTrue(_context.Evaluation()))
            {
                return instruction.Cases[i];
            }
        }

        return instruction.Target;
    }
}
