using System.Collections.Frozen;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Plans;
using Simphonie.Engine.Dispatch.Steps;

namespace Simphonie.Engine.Dispatch.Stages;

/// <summary>Runs one stage: documents in, documents and frozen deliveries out. Pure: it writes nothing, sends nothing, waits for nothing.</summary>
internal sealed class StageRunner(StageEnvironment environment)
{
    private static readonly FrozenDictionary<Type, IStepRunner> s_runners = new IStepRunner[]
    {
        new ValidateStep(), new MapStep(), new FilterStep(), new SplitStep(), new AggregateStep(), new EnrichStep(),
        new CallStep(), new SendStep(), new RememberStep(), new WorkItemStep(), new LimitStep(),
    }.ToFrozenDictionary(static runner => runner.Kind);

    public StageResult Run(StageInput input)
    {
        using var context = new StageContext(environment, input);
        var run = new StageRun(context);
        try
        {
            return Steps(input, context, run);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A bug, not bad data: its kind is told and its text is not, which may hold a value of the message.
            return run.Fail(input.Handling.Stage, Diagnostic.Of(DispatchCodes.StepBroke, Place.Whole, $"The step ended by {exception.GetType().Name}."));
        }
    }

    private StageResult Steps(StageInput input, StageContext context, StageRun run)
    {
        if (input.Handling.Stage == 0 && input.Select && SelectAgain(context, run) is { } failure)
        {
            return failure;
        }

        var plan = input.Plan;
        var position = input.Handling.Stage >= plan.StageCount ? plan.Instructions.Count : plan.StartOf(input.Handling.Stage);
        while (position < plan.Instructions.Count)
        {
            var instruction = plan.Instructions[position];
            if (instruction.Kind == InstructionKind.Jump)
            {
                position = instruction.Target;
                continue;
            }

            run.Begin(instruction.Name);
            if (instruction.Kind != InstructionKind.Resume && !Applies(instruction.Step, context))
            {
                if (context.Findings.HasErrors)
                {
                    return run.Fail(input.Handling.Stage, run.FirstError());
                }

                run.Note("skipped");
                position = instruction.Target;
                continue;
            }

            if (instruction.Kind == InstructionKind.Branch)
            {
                position = Branch(instruction, context);
                if (context.Findings.HasErrors)
                {
                    return run.Fail(input.Handling.Stage, run.FirstError());
                }

                run.Note("done");
                continue;
            }

            var runner = s_runners[instruction.Step.GetType()];
            var end = instruction.Kind == InstructionKind.Resume ? runner.Resume(instruction.Step, context) : runner.Run(instruction.Step, context);
            if (run.Conclude(end, instruction, input.Handling.Stage, plan.StageCount) is { } result)
            {
                return result;
            }

            position = end.Kind == StepEndKind.Skipped ? instruction.Target : position + 1;
        }

        return run.End(StageEnd.Finished, plan.StageCount, null);
    }

    // The first stage looks again at what the sequencer decided by, so that a failing condition has a handling to show it.
    private static StageResult? SelectAgain(StageContext context, StageRun run)
    {
        run.Begin("0 select");
        var route = context.Route;
        _ = route.When?.IsTrue(context.Evaluation());
        if (route.Key is not null && string.IsNullOrEmpty(route.Key.Text1(context.Evaluation())))
        {
            context.Findings.Add(DispatchCodes.EmptyKey, route.Place, "The key is empty: the message is its own key.");
        }

        if (context.Findings.HasErrors)
        {
            var first = run.FirstError();
            return run.Fail(0, Diagnostic.Of(DispatchCodes.ConditionFailed, first.Place, first.Text));
        }

        if (context.Findings.Count > 0)
        {
            run.Note("done");
        }

        return null;
    }

    private static bool Applies(Step step, StageContext context) => step.If is null || step.If.IsTrue(context.Evaluation());

    private static int Branch(Instruction instruction, StageContext context)
    {
        var choose = (Step.Choose)instruction.Step;
        for (var i = 0; i < choose.Cases.Count; i++)
        {
            if (choose.Cases[i].Condition is not { } condition || condition.IsTrue(context.Evaluation()))
            {
                return instruction.Cases[i];
            }
        }

        return instruction.Target;
    }
}
