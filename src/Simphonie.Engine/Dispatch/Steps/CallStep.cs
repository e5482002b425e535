using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>Asks an endpoint and goes on with its answer. What was asked is kept under <c>request</c>, unless the route has a document of that name.</summary>
internal sealed class CallStep : StepRunner<Step.Call>
{
    protected override StepEnd Run(Step.Call step, StageContext context)
    {
        var outgoing = Outgoing.Of(step.Request, step.RequestDocument, step.Source, context);
        if (outgoing.Failure is not null)
        {
            return StepEnd.Failed(outgoing.Failure);
        }

        if (outgoing.Document is null)
        {
            return StepEnd.Skipped;
        }

        var body = outgoing.Bytes;
        if (step.Request is not null && !context.Documents.ContainsKey("request"))
        {
            context.Add(new("request", outgoing.Document.Format, step.Request.To, outgoing.Document, body), outgoing.Document);
        }

        return context.Freeze(step.Endpoint, "call", body) is { } failure ? StepEnd.Failed(failure) : StepEnd.Waits;
    }

    protected override StepEnd Resume(Step.Call step, StageContext context) =>
        Answering.Receive(step.Endpoint, step.Response, step.As, context);
}
