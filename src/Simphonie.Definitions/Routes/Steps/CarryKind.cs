using Simphonie.Core.Declarations;
using Simphonie.Definitions.Lots;

namespace Simphonie.Definitions.Routes.Steps;

internal sealed class CarryKind : IStepKind
{
    public string Name => "carry";

    public string Description => "Carries the lots of a file that the establishment's own software made and numbered, byte for byte. A file for one recipient leaves as it came; only one for several is split, with a head and an end of its own for each. The files come from the internal channel 'lots'.";

    public string Example => "- carry: message\n  kind: ace-mco\n  file: type000.identificationFichier";

    public IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "carry", Kind = FieldKind.Reference, Required = true, Example = "message", Description = "Document that is the file, in a format that knows lots ('message' for the original)." },
        new() { Name = "kind", Kind = FieldKind.Text, Required = true, Example = "ace-mco", Description = "Kind of billing of its lots." },
        new() { Name = "file", Kind = FieldKind.Expression, Required = true, Example = "type000.identificationFichier", Description = "Id of the file, which must be new for its recipient." },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder)
    {
        if (builder.Scope.Site is { Strict: true, HasLots: false })
        {
            builder.Findings.Add(LotDefinitionCodes.NoLots, step.Place, "hub.yaml has no section 'lots'.");
        }

        return step["carry"] is Setting.Scalar document && builder.CheckDocument(document) && step.Text("kind") is { } kind && Compile(step, document, builder) is { } file
            ? new Step.Carry(document.Text, kind, file, step.Place)
            : null;
    }

    private static Formats.FhirPath.Expression? Compile(Setting.Map step, Setting.Scalar document, StepBuilder builder) =>
        step["file"] is Setting.Scalar text ? builder.Scope.Expressions.Compile(text, builder.Documents[document.Text], builder.Documents, builder.Findings) : null;
}
