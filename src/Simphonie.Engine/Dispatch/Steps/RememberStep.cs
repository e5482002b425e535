using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>Puts an entry into the ledger for every key, of every item where the step says so, under the key's stand-in; with <c>each</c>, for every item in turn.</summary>
internal sealed class RememberStep : StepRunner<Step.Remember>
{
    protected override StepEnd Run(Step.Remember step, StageContext context)
    {
        var focuses = new List<Node>();
        if (step.Each is null)
        {
            focuses.Add(context.Evaluation().Focus);
        }
        else
        {
            var items = new List<Item>();
            step.Each.Evaluate(context.Evaluation(), items);
            focuses.AddRange(items.Where(static item => item.IsNode).Select(static item => item.Node));
        }

        foreach (var focus in focuses)
        {
            Remember(step, focus, context);
        }

        return context.Findings.HasErrors
            ? StepEnd.Failed(context.Findings.First(static finding => finding.Severity == Severity.Error))
            : StepEnd.Next;
    }

    private static void Remember(Step.Remember step, Node focus, StageContext context)
    {
        var evaluation = context.Evaluation();
        evaluation.Focus = focus;
        var keys = new List<Item>();
        step.Key.Evaluate(evaluation, keys);
        var value = step.Value?.Text1(evaluation) ?? "";
        var message = context.Input.Message;
        foreach (var key in keys)
        {
            var text = key.Value.Text;
            if (text.Length > 0)
            {
                context.Remembered.Add(new(message.Establishment, message.World, step.Kind, context.Environment.Pseudonym(text), value, message.Id, context.Input.Handling.Now));
            }
        }
    }
}
