using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>
/// Looks a key up in a table, the ledger or an endpoint. What is found in a table or the ledger is a document whose root is the text;
/// nothing found leaves the name empty.
/// </summary>
internal sealed class EnrichStep : StepRunner<Step.Enrich>
{
    protected override StepEnd Run(Step.Enrich step, StageContext context)
    {
        var key = step.Key.Text1(context.Evaluation());
        if (context.Findings.HasErrors)
        {
            return StepEnd.Failed(context.Findings.First(static finding => finding.Severity == Severity.Error));
        }

        if (string.IsNullOrEmpty(key))
        {
            return StepEnd.Skipped;
        }

        string? value;
        switch (step.Source)
        {
            case "endpoint":
                return Ask(step, key, context);
            case "ledger":
                value = context.ReadLedger(step.SourceName, key);
                break;
            default:
                if (!context.Environment.Tables(step.SourceName, key, out value))
                {
                    return StepEnd.Failed(DispatchCodes.TableUnknown, $"No table is called {step.SourceName}.");
                }

                break;
        }

        if (value is not null)
        {
            context.Add(new(step.As, StoredDocuments.TextFormat, null, null, Encoding.UTF8.GetBytes(value)), StoredDocuments.OfText(step.As, value));
        }

        return StepEnd.Next;
    }

    protected override StepEnd Resume(Step.Enrich step, StageContext context) =>
        Answering.Receive(step.SourceName, step.Response, step.As, context);

    private static StepEnd Ask(Step.Enrich step, string key, StageContext context)
    {
        ReadOnlyMemory<byte> body = Encoding.UTF8.GetBytes(key);
        if (step.Request is not null)
        {
            var mapped = Mapped.By(step.Request, "message", context);
            if (mapped.Failure is not null)
            {
                return StepEnd.Failed(mapped.Failure);
            }

            if (mapped.Output is null)
            {
                return StepEnd.Skipped;
            }

            body = context.Write(mapped.Output);
        }

        return context.Freeze(step.SourceName, "call", body) is { } failure ? StepEnd.Failed(failure) : StepEnd.Waits;
    }
}
