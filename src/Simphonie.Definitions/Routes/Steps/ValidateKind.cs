using Simphonie.Core.Declarations;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Routes.Steps;

internal sealed class ValidateKind : IStepKind
{
    public string Name => "validate";

    public string Description => "Checks a document against a schema. Its findings are kept with the stage.";

    public string Example => "- validate: hl7v2/pam-fr@2.11";

    public IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "validate", Kind = FieldKind.Reference, Required = true, Example = "hl7v2/pam-fr@2.11", Description = "Schema; without '@', the version in force on the business date." },
        new() { Name = "document", Kind = FieldKind.Reference, Example = "request", Description = "Document to check; without it, the message." },
        new() { Name = "on_error", Kind = FieldKind.Choice, Choices = ["fail", "continue", "drop"], Default = "fail", Description = "What errors do: a dead letter, nothing but the findings, or a normal end." },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder)
    {
        if (step.Scalar("validate") is not { } schema)
        {
            return null;
        }

        builder.Schema(schema);
        var document = step.Scalar("document");
        if (document is not null && builder.CheckDocument(document))
        {
            var wanted = DocumentShape.Of(schema.Text, builder.Scope.Schemas);
            var actual = builder.Documents[document.Text];
            if (actual.Format is not null && wanted.Schema is not null && actual.Format != wanted.Format)
            {
                builder.Findings.Add(RouteCodes.FormatMismatch, schema.Place, $"'{document.Text}' is {actual.Format}, and the schema is of {wanted.Format}.");
            }
        }

        return new Step.Validate(schema.Text, document?.Text, step.Text("on_error") ?? "fail", step.Place);
    }
}
