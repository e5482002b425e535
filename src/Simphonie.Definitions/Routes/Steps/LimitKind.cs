using Simphonie.Core.Declarations;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Routes.Steps;

internal sealed class LimitKind : IStepKind
{
    public string Name => "limit";

    public string Description => "Counts for a key. Over the limit it opens a work item and the handling ends there: what stops two machines from answering each other for ever.";

    public string Example => "- limit: dossier(PID-18)\n  max: 10\n  per: 1 hour\n  what: Look why this dossier is sent again and again.";

    public IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "limit", Kind = FieldKind.Expression, Required = true, Example = "dossier(PID-18)", Description = "What is counted." },
        new() { Name = "max", Kind = FieldKind.Integer, Required = true, Minimum = 1, Maximum = 1_000_000, Example = "10", Description = "How many are let through." },
        new() { Name = "per", Kind = FieldKind.Duration, Required = true, Example = "1 hour", Description = "Within how long." },
        new() { Name = "what", Kind = FieldKind.Text, Required = true, Example = "Look why this dossier is sent again and again.", Description = "What the work item asks a human to do." },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder) =>
        builder.Expression(step, "limit") is { } key && step.Integer("max") is { } max && step.Duration("per") is { } per && step.Text("what") is { } what
            ? new Step.Limit(key, max, per, what, step.Place)
            : null;
}
