using Simphonie.Core.Declarations;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Routes.Steps;

internal sealed class LetKind : IStepKind
{
    public string Name => "let";

    public string Description => "Gives names to values that later steps use, in order; each may use those above it. A value is one text, kept with the stage; nothing reads as empty.";

    public string Example => "- let:\n    number: Bundle.entry.resource.ofType(Claim).identifier.value\n    former: caseState('invoice', %number)";

    public IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "let", Kind = FieldKind.Map, Required = true, Example = "{number: identifier.value}", Description = "Names, each with an expression." },
        new() { Name = "of", Kind = FieldKind.Reference, Description = "Document that the expressions start from; without it, the message." },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder)
    {
        if (step.Map("let") is not { } names || (step.Scalar("of") is { } source && !builder.CheckDocument(source)))
        {
            return null;
        }

        var focus = step.Text("of") ?? "message";
        var shape = builder.Documents[focus];
        var values = new List<NamedExpression>();
        foreach (var (name, value) in names.Entries)
        {
            if (value is not Setting.Scalar { Text.Length: > 0 } text)
            {
                builder.Findings.Add(SyntaxCodes.WrongShape, value.Place, $"the value '{name}' is an expression.");
            }
            else if (builder.Scope.Expressions.Compile(text, shape, builder.Documents, builder.Findings) is { } expression)
            {
                values.Add(new(name, expression));
            }

            builder.Make(new(name, names.PlaceOf(name)), DocumentShape.Unknown);
        }

        return new Step.Let(focus, values, step.Place);
    }
}
