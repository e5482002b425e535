using Simphonie.Core.Declarations;
using Simphonie.Core.Lots;
using Simphonie.Definitions.Lots;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Routes.Steps;

internal sealed class ClassifyKind : IStepKind
{
    public string Name => "classify";

    public string Description => $"Looks up in a dated table of which kind an invoice is: its name, or '{Step.Classify.OtherwisePaid}' when what it is for is not billed invoice by invoice. Nothing found reads as empty.";

    public string Example => "- classify: b2-kinds/hub\n  acts: Bundle.entry.resource.ofType(Claim).item.productOrService.coding.code\n  covers: \"'AMO'\"\n  as: kind";

    public IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "classify", Kind = FieldKind.Reference, Required = true, Example = "b2-kinds/hub", Description = "Table of kinds; without '@', the version in force on the business date." },
        new() { Name = "of", Kind = FieldKind.Reference, Description = "Document that the expressions start from; without it, the message." },
        new() { Name = "acts", Kind = FieldKind.Expression, Required = true, Example = "item.productOrService.coding.code", Description = "Codes of the acts." },
        new() { Name = "covers", Kind = FieldKind.Expression, Example = "'AME'", Description = "Covers of the patient." },
        new() { Name = "sites", Kind = FieldKind.Expression, Example = "facility.identifier.value", Description = "Where the care was given: FINESS of the site, field of activity." },
        new() { Name = "at", Kind = FieldKind.Expression, Example = "billablePeriod.end.date()", Description = "Day of the care; without it, the business date." },
        new() { Name = "as", Kind = FieldKind.Text, Required = true, Example = "kind", Description = "Name of the kind." },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder)
    {
        if (step["classify"] is not Setting.Scalar table || step.Scalar("as") is not { } name || (step.Scalar("of") is { } source && !builder.CheckDocument(source)))
        {
            return null;
        }

        if (builder.Schema(table) is { } schema and not IBillingKinds)
        {
            builder.Findings.Add(LotDefinitionCodes.NoKindTable, table.Place, $"'{table.Text}' is {schema.Format} and no table of kinds.");
        }

        var focus = step.Text("of") ?? "message";
        var acts = Compile("acts");
        var made = acts is null
            ? null
            : new Step.Classify(table.Text, acts, name.Text, step.Place) { Covers = Compile("covers"), Sites = Compile("sites"), At = Compile("at"), Source = focus };
        builder.Make(name, DocumentShape.Unknown);
        return made;

        Formats.FhirPath.Expression? Compile(string field) =>
            step.Scalar(field) is { } text ? builder.Scope.Expressions.Compile(text, builder.Documents[focus], builder.Documents, builder.Findings) : null;
    }
}
