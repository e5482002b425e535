using Simphonie.Core.Declarations;
using Simphonie.Definitions.Processes;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Syntax;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Routes.Steps;

internal sealed class RaiseKind : IStepKind
{
    public string Name => "raise";

    public string Description => "Raises an event to a case of a process, in the commit of its stage. The event has the identity of its cause: a copy of the message or a replay raises the same event, and the case absorbs it.";

    public string Example => "- raise: paid\n  process: invoice\n  case: invoice.identifier.value\n  identity: payment.identifier.value\n  with: {amount: payment.amount.value.cents()}";

    public IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "raise", Kind = FieldKind.Text, Required = true, Example = "paid", Description = "Name of the event." },
        new() { Name = "process", Kind = FieldKind.Reference, Required = true, Example = "invoice", Description = "Process that the case belongs to." },
        new() { Name = "of", Kind = FieldKind.Reference, Description = "Document that is read; without it, the message." },
        new() { Name = "each", Kind = FieldKind.Expression, Example = "item", Description = "One event for each item, which the other expressions then start from; without it, one event." },
        new() { Name = "case", Kind = FieldKind.Expression, Example = "identifier.value", Description = "Key of the case; without it, what the process computes from the values." },
        new() { Name = "identity", Kind = FieldKind.Expression, Example = "identifier.value", Description = "Identity of the cause, such as a payment's own number; without it, the sender's identity of the message with the route and the step." },
        new() { Name = "at", Kind = FieldKind.Expression, Example = "created", Description = "When it happened; without it, the recorded time of the handling." },
        new() { Name = "with", Kind = FieldKind.Map, Example = "{amount: total.value.cents()}", Description = "Values of the event, as expressions; money is a whole number of cents." },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder)
    {
        if (step.Scalar("raise") is not { } name || step.Scalar("process") is not { } process)
        {
            return null;
        }

        var source = step.Scalar("of");
        var known = source is null || builder.CheckDocument(source);
        var document = source is not null && known ? builder.Documents[source.Text] : builder.Message;
        var each = Compile(step.Scalar("each"), document, builder);
        var focus = each is null ? document : ItemOf(each, document);
        CheckNames(name, process, step.Map("with"), builder);
        return new Step.Raise(name.Text, process.Text, step.Place)
        {
            Case = Compile(step.Scalar("case"), focus, builder),
            Each = each,
            Identity = Compile(step.Scalar("identity"), focus, builder),
            At = Compile(step.Scalar("at"), focus, builder),
            Values = Values(step.Map("with"), focus, builder),
            Source = source?.Text ?? "message",
        };
    }

    private static Expression? Compile(Setting.Scalar? text, DocumentShape focus, StepBuilder builder) =>
        text is null ? null : builder.Scope.Expressions.Compile(text, focus, builder.Documents, builder.Findings);

    private static List<NamedExpression> Values(Setting.Map? map, DocumentShape focus, StepBuilder builder)
    {
        var values = new List<NamedExpression>();
        foreach (var (key, value) in map?.Entries ?? [])
        {
            if (value is not Setting.Scalar { Text.Length: > 0 } text)
            {
                builder.Findings.Add(SyntaxCodes.WrongShape, value.Place, $"the value '{key}' is an expression.");
            }
            else if (Compile(text, focus, builder) is { } expression)
            {
                values.Add(new(key, expression));
            }
        }

        return values;
    }

    /// <summary>What is known of an item before there is one.</summary>
    private static DocumentShape ItemOf(Expression each, DocumentShape document) =>
        each.Type is { Schema: { } schema, Types: [var type] } ? new(document.Format, schema, type) : document with { Schema = null, Type = null };

    private static void CheckNames(Setting.Scalar name, Setting.Scalar process, Setting.Map? with, StepBuilder builder)
    {
        var versions = builder.Scope.Processes.Where(one => one.Name == process.Text).ToList();
        if (versions.Count == 0)
        {
            builder.Findings.Add(ProcessCodes.UnknownProcess, process.Place, $"there is no process '{process.Text}'{Suggestion.For(process.Text, builder.Scope.Processes.Select(static one => one.Name))}");
            return;
        }

        var events = versions.SelectMany(static one => one.EventNames).Distinct(StringComparer.Ordinal).ToList();
        if (!events.Contains(name.Text, StringComparer.Ordinal))
        {
            builder.Findings.Add(ProcessCodes.UnknownEvent, name.Place, $"the process '{process.Text}' names no event '{name.Text}'{Suggestion.For(name.Text, events)}");
        }

        // Only where every version declares the event is a value that none of them has a mistake.
        var shapes = versions.Select(one => one.Events.GetValueOrDefault(name.Text)).ToList();
        foreach (var (key, value) in with?.Entries ?? [])
        {
            if (shapes.TrueForAll(shape => shape is not null && shape.Values.All(declared => declared.Name != key)))
            {
                builder.Findings.Add(ProcessCodes.UnknownValue, value.Place, $"the event '{name.Text}' has no value '{key}'{Suggestion.For(key, shapes.SelectMany(static shape => shape!.Values).Select(static declared => declared.Name))}");
            }
        }
    }
}
