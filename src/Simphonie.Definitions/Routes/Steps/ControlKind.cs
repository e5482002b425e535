using Simphonie.Core.Declarations;
using Simphonie.Definitions.Lots;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Routes.Steps;

internal sealed class ControlKind : IStepKind
{
    private const string DefaultWhat = "Correct what the findings name, and send it again.";

    public string Name => "control";

    public string Description => "Holds a document to rules before it goes further. Every rule is tried; each that does not hold opens a work item that says what to correct. A document that is refused ends the handling, unless 'as' names the verdict for later steps to choose by.";

    public string Example => "- control: invoice\n  rules:\n    - rule: not-too-old\n      require: provision.start >= today() - 1 year\n      what: Ask the caisse whether the invoice may still be sent; the year is over.";

    public IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "control", Kind = FieldKind.Reference, Required = true, Example = "invoice", Description = "Document that is controlled ('message' for the original)." },
        new() { Name = "schema", Kind = FieldKind.Reference, Example = "b2/cp", Description = "Schema that the document must keep too, as a rule called 'schema'; without '@', the version in force on the business date. The step keeps its findings." },
        new() { Name = "what", Kind = FieldKind.Text, Example = "Correct what the findings name, then send the invoice again.", Description = "With 'schema': what to correct." },
        new()
        {
            Name = "rules", Kind = FieldKind.List, Required = true, Description = "Rules, all of which are tried.",
            Fields =
            [
                new() { Name = "rule", Kind = FieldKind.Text, Required = true, Example = "rights-verified", Description = "Name of the rule, unique in the step." },
                new() { Name = "if", Kind = FieldKind.Expression, Description = "The rule is for documents for which this is true; without it, for all." },
                new() { Name = "require", Kind = FieldKind.Expression, Required = true, Example = "ledger('rights-verified', %nir).exists()", Description = "What must be true. 'ledger(kind, key)' reads what the hub remembers." },
                new() { Name = "what", Kind = FieldKind.Text, Required = true, Example = "Verify the rights of the patient, then send the invoice again.", Description = "What to correct, without a value of the document." },
            ],
        },
        new() { Name = "as", Kind = FieldKind.Text, Example = "verdict", Description = "Name of the verdict: 'accepted', or the names of the rules that do not hold." },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder)
    {
        if (step["control"] is not Setting.Scalar document || !builder.CheckDocument(document))
        {
            return null;
        }

        var shape = builder.Documents[document.Text];
        var rules = new List<ControlRule>();
        foreach (var written in step.Items("rules").OfType<Setting.Map>())
        {
            if (written.Scalar("rule") is not { } name || written.Text("what") is not { } what || written.Scalar("require") is not { } require)
            {
                continue;
            }

            if (rules.Exists(rule => rule.Name == name.Text))
            {
                builder.Findings.Add(LotDefinitionCodes.RuleTwice, name.Place, $"the step has a rule '{name.Text}' already.");
            }

            var condition = written.Scalar("if") is { } text ? builder.Scope.Expressions.Compile(text, shape, builder.Documents, builder.Findings) : null;
            if (builder.Scope.Expressions.Compile(require, shape, builder.Documents, builder.Findings) is { } compiled)
            {
                rules.Add(new(name.Text, condition, compiled, what));
            }
        }

        var schema = step.Scalar("schema");
        if (schema is not null)
        {
            builder.Schema(schema);
        }

        var verdict = step.Scalar("as");
        builder.Make(verdict, DocumentShape.Unknown);
        return new Step.Control(document.Text, rules, verdict?.Text, step.Place) { Schema = schema?.Text, SchemaWhat = step.Text("what") ?? DefaultWhat };
    }
}
