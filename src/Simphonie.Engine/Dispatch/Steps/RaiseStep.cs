using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Processes.Evaluation;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch.Stages;
using Simphonie.Engine.Processes;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Engine.Dispatch.Steps;

/// <summary>Raises events to cases; the stage's commit brings them there.</summary>
internal sealed class RaiseStep : StepRunner<Step.Raise>
{
    protected override StepEnd Run(Step.Raise step, StageContext context)
    {
        if (!context.Documents.TryGetValue(step.Source, out var document))
        {
            return StepEnd.Failed(DispatchCodes.DocumentMissing, $"There is no document {step.Source}.");
        }

        var focuses = new List<Node> { document.Root };
        if (step.Each is not null)
        {
            var items = new List<Item>();
            step.Each.Evaluate(context.Evaluation(document), items);
            focuses = [.. items.Where(static item => item.IsNode).Select(static item => item.Node)];
        }

        for (var i = 0; i < focuses.Count; i++)
        {
            if (Raise(step, focuses[i], i, context) is { } failure)
            {
                return StepEnd.Failed(failure);
            }
        }

        return context.Findings.HasErrors
            ? StepEnd.Failed(context.Findings.First(static finding => finding.Severity == Severity.Error))
            : StepEnd.Next;
    }

    private static Diagnostic? Raise(Step.Raise step, Node focus, int ordinal, StageContext context)
    {
        var evaluation = context.Evaluation();
        evaluation.Focus = focus;
        var identity = step.Identity is null ? OwnIdentity(context, ordinal) : step.Identity.Text1(evaluation);
        if (string.IsNullOrEmpty(identity))
        {
            return Diagnostic.Of(DispatchCodes.NoIdentity, step.Place, DispatchCodes.NoIdentity.Title);
        }

        var values = new List<KeyValuePair<string, Value>>(step.Values.Count);
        foreach (var (name, expression) in step.Values)
        {
            if (ValueOf(expression, evaluation) is { IsNone: false } value)
            {
                values.Add(new(name, value));
            }
        }

        var message = context.Input.Message;
        context.Raised.Add(new()
        {
            Establishment = message.Establishment,
            World = message.World,
            Process = step.Process,
            Case = step.Case?.Text1(evaluation) ?? (step.Case is null ? null : ""),
            Name = step.Event,
            Identity = $"{step.Event}/{identity}",
            Values = values,
            At = step.At is not null && InstantValue.TryRead(ValueOf(step.At, evaluation), out var at) ? at : context.Input.Handling.Now,
            Message = message.Id == 0 ? null : message.Id,
        });
        return null;
    }

    /// <summary>The sender's own identity of the message, with the place in the route: a copy has the same.</summary>
    private static string OwnIdentity(StageContext context, int ordinal)
    {
        var message = context.Input.Message;
        var origin = message.DuplicateKey ?? message.ControlId ?? Convert.ToHexStringLower(message.Payload!.Hash.Span);
        return string.Create(CultureInfo.InvariantCulture, $"{context.Route.Name}/{context.StepName}/{origin}/{ordinal}");
    }

    private static Value ValueOf(Expression expression, EvaluationContext evaluation)
    {
        var items = new List<Item>(1);
        expression.Evaluate(evaluation, items);
        if (items.Count > 1)
        {
            evaluation.Findings.Add(FhirPathCodes.Several, Place.Whole, "A value of the event has several items.");
        }

        return items.Count != 1 ? Value.None : items[0].IsNode ? items[0].Node.Value : items[0].Value;
    }
}
