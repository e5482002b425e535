using Simphonie.Core.Declarations;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Routes.Steps;

internal sealed class WorkItemKind : IStepKind
{
    public string Name => "work-item";

    public string Description => "Opens a task for a human, with what to do and why.";

    public string Example => "- work-item: Compare the identity of the patient with the insurer's.\n  if: \"%request.id != %answer.id\"\n  why: The answer is about another person.\n  stop: true";

    public IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "work-item", Kind = FieldKind.Text, Required = true, Description = "What to do, in a sentence without values." },
        new() { Name = "why", Kind = FieldKind.Text, Required = true, Description = "Why, in a sentence without values." },
        new() { Name = "stop", Kind = FieldKind.Boolean, Default = "false", Description = "Whether the handling ends there, as dropped." },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder) =>
        step.Text("work-item") is { } what && step.Text("why") is { } why ? new Step.WorkItem(what, why, step.Boolean("stop"), step.Place) : null;
}
