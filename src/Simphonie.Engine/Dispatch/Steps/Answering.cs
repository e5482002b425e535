using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Mappings;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>Reads the answer of an endpoint in the format it declares, and maps it when the step says so.</summary>
internal static class Answering
{
    public static StepEnd Receive(string endpoint, Mapping? response, string name, StageContext context)
    {
        var format = context.Environment.Endpoints.TryGetValue(endpoint, out var target) ? target.Capabilities.AnswerFormat : null;
        if (format is null || context.Input.Answer is not { } answer)
        {
            return StepEnd.Failed(DispatchCodes.AnswerMissing, $"The endpoint {endpoint} gave no answer to read.");
        }

        var document = context.Environment.Formats[format].Read(context.Lease(answer), context.Schema(response?.From));
        foreach (var finding in document.Findings)
        {
            if (finding.Severity == Severity.Error)
            {
                return StepEnd.Failed(Diagnostic.Of(DispatchCodes.AnswerMissing, finding.Place, $"The answer of {endpoint} cannot be read: {finding.Code.Id}."));
            }
        }

        if (response is null)
        {
            context.Add(name, document, null);
            return StepEnd.Next;
        }

        var mapped = Mapped.Over(response, document, context);
        if (mapped.Failure is not null)
        {
            return StepEnd.Failed(mapped.Failure);
        }

        if (mapped.Output is not null)
        {
            context.Add(name, mapped.Output, response.To);
        }

        return StepEnd.Next;
    }
}
