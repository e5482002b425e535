using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;
using Simphonie.Engine.Lots;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>Puts an invoice into its lot, within the commit of the stage. An invoice that is to be corrected ends the handling with a work item.</summary>
internal sealed class LotStep : StepRunner<Step.Lot>
{
    protected override StepEnd Run(Step.Lot step, StageContext context)
    {
        if (context.Environment.Lots is not { } desk)
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

        var kind = step.Kind ?? step.KindOf?.Text1(context.Evaluation());
        var recipient = step.Recipient?.Text1(context.Evaluation());
        if (context.Findings.HasErrors)
        {
            return StepEnd.Failed(First(context));
        }

        if (string.IsNullOrEmpty(kind))
        {
            return StepEnd.Failed(LotCodes.NoKind, LotCodes.NoKind.Title);
        }

        var request = new LotRequest
        {
            Records = context.Write(document),
            Schema = schema,
            Kind = kind,
            Recipient = string.IsNullOrEmpty(recipient) ? null : recipient,
            Message = context.Input.Message,
            Handling = context.Input.Handling.Id,
            At = context.Environment.Time.GetUtcNow(),
        };
        if (desk.Accept(request, context.Findings, out var failure) is { } addition)
        {
            context.Lots.Add(addition);
            return StepEnd.Next;
        }

        return failure is null ? Refuse(step, context) : StepEnd.Failed(failure);
    }

    private static StepEnd Refuse(Step.Lot step, StageContext context)
    {
        var first = First(context);
        var why = $"{first.Code.Id}: {first.Text}";
        context.WorkItems.Add(context.WorkItem(LotCodes.InvoiceRefused, LotCodes.InvoiceRefused.Help, why));
        return StepEnd.Dropped(Diagnostic.Of(LotCodes.InvoiceRefused, first.Place == Place.Whole ? step.Place : first.Place, why));
    }

    private static Diagnostic First(StageContext context) => context.Findings.First(static finding => finding.Severity == Severity.Error);
}
