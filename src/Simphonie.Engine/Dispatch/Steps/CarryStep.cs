using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;
using Simphonie.Engine.Lots;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>Carries the lots of a file that came made, within the commit of the stage. A file that is to be corrected ends the handling with a work item.</summary>
internal sealed class CarryStep : StepRunner<Step.Carry>
{
    protected override StepEnd Run(Step.Carry step, StageContext context)
    {
        if (context.Environment.Carrier is not { } desk)
        {
            return StepEnd.Failed(LotCodes.NoLots, LotCodes.NoLots.Title);
        }

        if (!context.Documents.TryGetValue(step.Document, out var document))
        {
            return StepEnd.Failed(DispatchCodes.DocumentMissing, $"There is no document {step.Document}.");
        }

        if (document.Schema is not { } schema)
        {
            return StepEnd.Failed(LotCodes.NoLotFormat, "The document was read without a schema.");
        }

        var fileId = step.File.Text1(context.Evaluation(document));
        if (context.Findings.HasErrors)
        {
            return StepEnd.Failed(First(context));
        }

        if (string.IsNullOrEmpty(fileId))
        {
            context.Findings.Add(LotCodes.FileRefused, step.Place, "The file has no id.");
            return Refuse(step, context);
        }

        var request = new LotRequest
        {
            Records = context.Write(document),
            Schema = schema,
            Kind = step.Kind,
            Message = context.Input.Message,
            Handling = context.Input.Handling.Id,
            At = context.Environment.Time.GetUtcNow(),
        };
        context.Carried.AddRange(desk.Accept(request, fileId, context.Derive, context.Findings, out var failure));
        return failure is not null ? StepEnd.Failed(failure) : context.Findings.HasErrors ? Refuse(step, context) : StepEnd.Next;
    }

    private static StepEnd Refuse(Step.Carry step, StageContext context)
    {
        var first = First(context);
        context.Carried.Clear();
        context.WorkItems.Add(context.WorkItem(LotCodes.FileRefused, LotCodes.FileRefused.Help, first.Text));
        return StepEnd.Dropped(Diagnostic.Of(LotCodes.FileRefused, first.Place == Place.Whole ? step.Place : first.Place, first.Text));
    }

    private static Diagnostic First(StageContext context) => context.Findings.First(static finding => finding.Severity == Severity.Error);
}
