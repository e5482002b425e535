using Simphonie.Core.Declarations;

namespace Simphonie.Definitions.Routes.Steps;

internal sealed class FilterKind : IStepKind
{
    public string Name => "filter";

    public string Description => "Goes on only when a condition is true; else the handling ends as dropped, a normal end that shows its reason.";

    public string Example => "- filter: IN1.exists()\n  reason: no cover";

    public IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "filter", Kind = FieldKind.Expression, Required = true, Example = "IN1.exists()", Description = "Condition to go on." },
        new() { Name = "reason", Kind = FieldKind.Text, Example = "no cover", Description = "Why the handling ended, for the journal." },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder) =>
        builder.Expression(step, "filter") is { } condition ? new Step.Filter(condition, step.Text("reason"), step.Place) : null;
}
