using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>Runs one kind of step. Stateless, thread-safe and pure: it reads and adds to the context, nothing else.</summary>
internal interface IStepRunner
{
    /// <summary>The record that it runs.</summary>
    Type Kind { get; }

    StepEnd Run(Step step, StageContext context);

    /// <summary>The second half of a step that ended its stage, over what it waited for.</summary>
    StepEnd Resume(Step step, StageContext context);
}

/// <summary>Base of step runners.</summary>
internal abstract class StepRunner<TStep> : IStepRunner
    where TStep : Step
{
    public Type Kind => typeof(TStep);

    public StepEnd Run(Step step, StageContext context) => Run((TStep)step, context);

    public StepEnd Resume(Step step, StageContext context) => Resume((TStep)step, context);

    protected abstract StepEnd Run(TStep step, StageContext context);

    protected virtual StepEnd Resume(TStep step, StageContext context) =>
        throw new InvalidOperationException($"The step {typeof(TStep).Name} does not wait.");
}
