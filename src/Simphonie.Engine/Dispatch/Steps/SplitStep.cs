using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>Cuts a document into part messages. A part is a copy of its item, mapped when the step says so; <c>%part</c> is the item.</summary>
internal sealed class SplitStep : StepRunner<Step.Split>
{
    protected override StepEnd Run(Step.Split step, StageContext context)
    {
        if (!context.Documents.TryGetValue(step.Source, out var source))
        {
            return StepEnd.Failed(DispatchCodes.DocumentMissing, $"There is no document {step.Source}.");
        }

        var items = new List<Item>();
        step.Each.Evaluate(context.Evaluation(source), items);
        foreach (var item in items)
        {
            if (Part(step, item, source, context) is { } failure)
            {
                return StepEnd.Failed(failure);
            }
        }

        return context.Findings.HasErrors
            ? StepEnd.Failed(context.Findings.First(static finding => finding.Severity == Severity.Error))
            : StepEnd.Next;
    }

    private static Diagnostic? Part(Step.Split step, Item item, Document source, StageContext context)
    {
        if (!item.IsNode)
        {
            return Diagnostic.Of(DispatchCodes.DocumentMissing, step.Place, "An item of the split is a computed value and no part of a document.");
        }

        var builder = context.Environment.Formats[source.Format].CreateBuilder(source.Schema, item.Node.Type);
        builder.Copy(builder.Root, item.Node);
        var part = builder.Build(context.Findings);
        if (context.Findings.HasErrors)
        {
            return context.Findings.First(static finding => finding.Severity == Severity.Error);
        }

        var schema = source.Schema is { } known ? $"{known.Header.Id}@{known.Header.Version}" : null;
        if (step.Mapping is not null)
        {
            var documents = new Dictionary<string, Document>(context.Documents, StringComparer.Ordinal) { ["part"] = part };
            var mapped = Mapped.Over(step.Mapping, part, context, documents);
            if (mapped.Output is null)
            {
                return mapped.Failure;
            }

            part = mapped.Output;
            schema = step.Mapping.To;
        }

        context.Parts.Add(new(step.To, part.Format, schema, context.Write(part)));
        return null;
    }
}
