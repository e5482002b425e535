using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Journal;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>Puts an entry into the ledger for every key, under the key's stand-in.</summary>
internal sealed class RememberStep : StepRunner<Step.Remember>
{
    protected override StepEnd Run(Step.Remember step, StageContext context)
    {
        var keys = new List<Item>();
        step.Key.Evaluate(context.Evaluation(), keys);
        var value = step.Value?.Text1(context.Evaluation()) ?? "";
        if (context.Findings.HasErrors)
        {
            return StepEnd.Failed(context.Findings.First(static finding => finding.Severity == Severity.Error));
        }

        foreach (var key in keys)
        {
            var text = key.Value.Text;
            if (text.Length > 0)
            {
                var message = context.Input.Message;
                context.Remembered.Add(new(message.Establishment, message.World, step.Kind, context.Environment.Pseudonym(text), value, message.Id, context.Input.Handling.Now));
            }
        }

        return StepEnd.Next;
    }
}
