using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>Turns a document into another one, under a name.</summary>
internal sealed class MapStep : StepRunner<Step.Map>
{
    protected override StepEnd Run(Step.Map step, StageContext context)
    {
        var mapped = Mapped.By(step.Mapping, step.Source, context);
        if (mapped.Failure is not null)
        {
            // With 'continue' the findings stay with the step and the document reads as empty.
            return step.OnError switch
            {
                "continue" => StepEnd.Skipped,
                "drop" => StepEnd.Dropped(mapped.Failure),
                _ => StepEnd.Failed(mapped.Failure),
            };
        }

        if (mapped.Output is null)
        {
            return StepEnd.Skipped;
        }

        context.Add(step.As, mapped.Output, step.Mapping.To);
        return StepEnd.Next;
    }
}
