using Simphonie.Core.Declarations;
using Simphonie.Definitions.Lots;

namespace Simphonie.Definitions.Routes.Steps;

internal sealed class LotKind : IStepKind
{
    public string Name => "lot";

    public string Description => "Puts an invoice into the open lot of its recipient, scheme, caisse of attachment and kind. The lot closes when it is full, when its time has come, or by a command; its file then comes from the internal channel 'lots'.";

    public string Example => "- lot: invoice\n  kind: ace-mco";

    public IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "lot", Kind = FieldKind.Reference, Required = true, Example = "invoice", Description = "Document that is the invoice, in a format that knows lots ('message' for the original)." },
        new() { Name = "kind", Kind = FieldKind.Text, Example = "ace-mco", Description = "Kind of billing: lots hold one kind." },
        new() { Name = "kind_of", Kind = FieldKind.Expression, Example = "%kind", Description = "Instead of 'kind': the kind of each invoice, as an expression." },
        new() { Name = "recipient", Kind = FieldKind.Expression, Example = "'01750'", Description = "Code of the recipient; without it, the one that hub.yaml and the directory say for the invoice's caisse of attachment." },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder)
    {
        if (builder.Scope.Site is { Strict: true, HasLots: false })
        {
            builder.Findings.Add(LotDefinitionCodes.NoLots, step.Place, "hub.yaml has no section 'lots'.");
        }

        if ((step["kind"] is null) == (step["kind_of"] is null))
        {
            builder.Findings.Add(LotDefinitionCodes.OneKind, step.Place, "a lot holds one kind: 'kind' or 'kind_of', and not both.");
        }

        return step["lot"] is Setting.Scalar document && builder.CheckDocument(document)
            ? new Step.Lot(document.Text, step.Text("kind"), builder.Expression(step, "recipient"), step.Place) { KindOf = builder.Expression(step, "kind_of") }
            : null;
    }
}
