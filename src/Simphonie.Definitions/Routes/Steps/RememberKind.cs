using Simphonie.Core.Declarations;

namespace Simphonie.Definitions.Routes.Steps;

internal sealed class RememberKind : IStepKind
{
    public string Name => "remember";

    public string Description => "Puts an entry into the ledger, which outlives messages. 'cancelled' and 'moved' are looked at before every delivery about a subject; expressions read others with ledger(kind, key).";

    public string Example => "- remember: cancelled\n  key: dossier(PID-18)";

    public IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "remember", Kind = FieldKind.Text, Required = true, Example = "cancelled", Description = "Kind of the entry." },
        new() { Name = "each", Kind = FieldKind.Expression, Example = "MRG-1", Description = "One entry for each item, which 'key' and 'value' then start from; without it, one entry." },
        new() { Name = "key", Kind = FieldKind.Expression, Required = true, Example = "dossier(PID-18)", Description = "Key within the kind. Nothing is remembered when it is empty; several keys are several entries." },
        new() { Name = "value", Kind = FieldKind.Expression, Example = "ZBE-2", Description = "What is remembered, a small text; without it, only that it happened." },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder)
    {
        if (step.Text("remember") is not { } kind || builder.Expression(step, "key") is not { } key)
        {
            return null;
        }

        return new Step.Remember(kind, key, builder.Expression(step, "value"), step.Place) { Each = builder.Expression(step, "each") };
    }
}
