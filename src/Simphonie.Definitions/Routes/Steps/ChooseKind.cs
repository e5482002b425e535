using Simphonie.Core.Declarations;
using Simphonie.Definitions.Syntax;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Routes.Steps;

internal sealed class ChooseKind : IStepKind
{
    public string Name => "choose";

    public string Description => "Runs the steps of the first case whose condition is true. A last case without condition is for everything else.";

    public string Example => "- choose:\n    - if: MSH-9.2 = 'A11'\n      steps:\n        - remember: cancelled\n          key: dossier(PID-18)\n    - steps:\n        - filter: \"false\"";

    public IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new()
        {
            Name = "choose", Kind = FieldKind.List, Required = true, Description = "Cases, tried in order.",
            Fields =
            [
                new() { Name = "if", Kind = FieldKind.Expression, Description = "Condition of the case." },
                new() { Name = "steps", Kind = FieldKind.List, Required = true, Description = "Steps of the case." },
            ],
        },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder)
    {
        var cases = new List<ChooseCase>();
        var written = step.Items("choose").OfType<Setting.Map>().ToList();
        foreach (var one in written)
        {
            Expression? condition = null;
            if (one["if"] is not null)
            {
                condition = builder.Expression(one, "if");
            }
            else if (one != written[^1])
            {
                builder.Findings.Add(RouteCodes.BadCase, one.Place, "a case without 'if' takes everything, so it must be the last.");
            }

            cases.Add(new(condition, builder.Steps(one.Items("steps"))));
        }

        return new Step.Choose(cases, step.Place);
    }
}
