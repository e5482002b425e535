using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;
using Simphonie.Engine.Lots;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>Tries every rule over a document; each that does not hold is a work item of its own, one for each message and rule however often the stage is run.</summary>
internal sealed class ControlStep : StepRunner<Step.Control>
{
    private const string Accepted = "accepted";
    private const string SchemaRule = "schema";

    protected override StepEnd Run(Step.Control step, StageContext context)
    {
        if (!context.Documents.TryGetValue(step.Source, out var document))
        {
            return StepEnd.Failed(DispatchCodes.DocumentMissing, $"There is no document {step.Source}.");
        }

        var evaluation = context.Evaluation(document);
        var broken = step.Rules.Where(rule => (rule.If is null || rule.If.IsTrue(evaluation)) && !rule.Require.IsTrue(evaluation)).Select(static rule => (rule.Name, rule.What)).ToList();
        if (context.Findings.HasErrors)
        {
            return StepEnd.Failed(context.Findings.First(static finding => finding.Severity == Severity.Error));
        }

        if (step.Schema is not null)
        {
            if (context.Schema(step.Schema) is not { } schema)
            {
                return StepEnd.Failed(DispatchCodes.SchemaUnknown, $"No version of {step.Schema} is in force.");
            }

            context.Environment.Formats[document.Format].Validate(document, schema, context.Findings);
            if (context.Findings.HasErrors)
            {
                broken.Add((SchemaRule, step.SchemaWhat));
            }
        }

        foreach (var (rule, what) in broken)
        {
            context.WorkItems.Add(context.WorkItem(LotCodes.Controlled, what, $"The rule {rule} does not hold.") with
            {
                Identity = context.Derive($"work/{context.StepName}/{rule}"),
            });
        }

        var names = string.Join(' ', broken.Select(static rule => rule.Name));
        if (step.As is not null)
        {
            var verdict = broken.Count == 0 ? Accepted : names;
            var text = StoredDocuments.OfText(step.As, verdict);
            context.Add(new(step.As, StoredDocuments.TextFormat, null, text, Encoding.UTF8.GetBytes(verdict)), text);
            return StepEnd.Next;
        }

        return broken.Count == 0
            ? StepEnd.Next
            : StepEnd.Dropped(Diagnostic.Of(LotCodes.Controlled, step.Place, $"These rules do not hold: {names}."));
    }
}
