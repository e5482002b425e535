using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>Checks a document against a schema.</summary>
internal sealed class ValidateStep : StepRunner<Step.Validate>
{
    protected override StepEnd Run(Step.Validate step, StageContext context)
    {
        if (!context.Documents.TryGetValue(step.Document ?? "message", out var document))
        {
            return StepEnd.Failed(DispatchCodes.DocumentMissing, $"There is no document {step.Document}.");
        }

        if (context.Schema(step.Schema) is not { } schema)
        {
            return StepEnd.Failed(DispatchCodes.SchemaUnknown, $"No version of {step.Schema} is in force.");
        }

        context.Findings.AddRange(document.Findings);
        context.Environment.Formats[document.Format].Validate(document, schema, context.Findings);
        if (!context.Findings.HasErrors || step.OnError == "continue")
        {
            return StepEnd.Next;
        }

        var first = context.Findings.First(static finding => finding.Severity == Severity.Error);
        var cause = Diagnostic.Of(DispatchCodes.ValidationFailed, first.Place, $"{first.Code.Id}: {first.Text}");
        return step.OnError == "drop" ? StepEnd.Dropped(cause) : StepEnd.Failed(cause);
    }
}
