using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>Lets a document out to an endpoint, or one for each item of a document; the route goes on without waiting for it.</summary>
internal sealed class SendStep : StepRunner<Step.Send>
{
    protected override StepEnd Run(Step.Send step, StageContext context)
    {
        if (step.Optional && !context.Environment.Endpoints.ContainsKey(step.Endpoint))
        {
            return StepEnd.Skipped;
        }

        if (step.Each is { } each)
        {
            return SendEach(step, each, context);
        }

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

    private static StepEnd SendEach(Step.Send step, Expression each, StageContext context)
    {
        if (!context.Documents.TryGetValue(step.Source, out var source))
        {
            return StepEnd.Failed(DispatchCodes.DocumentMissing, $"There is no document {step.Source}.");
        }

        var items = new List<Item>();
        each.Evaluate(context.Evaluation(source), items);
        for (var i = 0; i < items.Count; i++)
        {
            if (!items[i].IsNode)
            {
                return StepEnd.Failed(Diagnostic.Of(DispatchCodes.DocumentMissing, step.Place, "An item of 'each' is a computed value and no part of a document."));
            }

            var mapped = Mapped.Over(step.Mapping!, source, context, item: (items[i].Node, i));
            var failure = mapped.Failure ?? (mapped.Output is { } output ? context.Freeze(step.Endpoint, "send", context.Write(output)) : null);
            if (failure is not null)
            {
                return StepEnd.Failed(failure);
            }
        }

        return items.Count == 0 ? StepEnd.Skipped : StepEnd.Next;
    }
}
