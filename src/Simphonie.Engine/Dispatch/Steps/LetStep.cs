using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>Evaluates expressions and keeps what they give, each as a document whose root is the text; nothing leaves the name empty.</summary>
internal sealed class LetStep : StepRunner<Step.Let>
{
    protected override StepEnd Run(Step.Let step, StageContext context)
    {
        if (!context.Documents.TryGetValue(step.Source, out var document))
        {
            return StepEnd.Failed(DispatchCodes.DocumentMissing, $"There is no document {step.Source}.");
        }

        foreach (var (name, expression) in step.Values)
        {
            var value = expression.Text1(context.Evaluation(document));
            if (context.Findings.HasErrors)
            {
                return StepEnd.Failed(context.Findings.First(static finding => finding.Severity == Severity.Error));
            }

            if (!string.IsNullOrEmpty(value))
            {
                var text = StoredDocuments.OfText(name, value);
                context.Add(new(name, StoredDocuments.TextFormat, null, text, Encoding.UTF8.GetBytes(value)), text);
            }
        }

        return StepEnd.Next;
    }
}
