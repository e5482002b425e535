using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>Lets a document out to an endpoint; the route goes on without waiting for it.</summary>
internal sealed class SendStep : StepRunner<Step.Send>
{
    protected override StepEnd Run(Step.Send step, StageContext context)
    {
        var outgoing = Outgoing.Of(step.Mapping, step.Document, step.Source, context);
        if (outgoing.Failure is not null)
        {
            return StepEnd.Failed(outgoing.Failure);
        }

        if (outgoing.Document is null)
        {
            return StepEnd.Skipped;
        }

        return context.Freeze(step.Endpoint, "send", outgoing.Bytes) is { } failure ? StepEnd.Failed(failure) : StepEnd.Next;
    }
}
