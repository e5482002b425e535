using Simphonie.Core.Declarations;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Routes.Steps;

internal sealed class AggregateKind : IStepKind
{
    public string Name => "aggregate";

    public string Description => "Waits for other messages of the same group, by count or by time, and goes on once with all of them. What has come is durable.";

    public string Example => "- aggregate: dossier(PID-18)\n  count: 50\n  within: 10 minutes\n  as: batch";

    public IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "aggregate", Kind = FieldKind.Expression, Required = true, Example = "dossier(PID-18)", Description = "Key of the group." },
        new() { Name = "count", Kind = FieldKind.Integer, Minimum = 2, Maximum = 100_000, Description = "The group closes with this many messages." },
        new() { Name = "within", Kind = FieldKind.Duration, Required = true, Example = "10 minutes", Description = "The group closes after this time." },
        new() { Name = "as", Kind = FieldKind.Text, Required = true, Example = "batch", Description = "Name of the messages of the group, in journal order." },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder)
    {
        var by = builder.Expression(step, "aggregate");
        builder.Make(step.Scalar("as"), builder.Message);
        return by is null || step.Text("as") is not { } name || step.Duration("within") is not { } within
            ? null
            : new Step.Aggregate(by, step.Integer("count"), within, name, step.Place);
    }
}
