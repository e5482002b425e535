using Simphonie.Core.Declarations;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Routes.Steps;

internal sealed class MapKind : IStepKind
{
    public string Name => "map";

    public string Description => "Makes a document with a mapping. Later expressions read it as a variable.";

    public string Example => "- map: pam-to-eligibility\n  as: request";

    public IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "map", Kind = FieldKind.Reference, Required = true, Example = "pam-to-eligibility", Description = "Mapping; without '@', the version in force on the business date." },
        new() { Name = "of", Kind = FieldKind.Reference, Example = "message", Description = "Document that the mapping starts from; without it, the one made last that has the mapping's format, else the message." },
        new() { Name = "as", Kind = FieldKind.Text, Required = true, Example = "request", Description = "Name of the new document." },
        new() { Name = "on_error", Kind = FieldKind.Choice, Choices = ["fail", "continue", "drop"], Default = "fail", Description = "What errors do: a dead letter, a document that is not there (it reads as empty), or a normal end." },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder)
    {
        var mapping = builder.Mapping(step, "map");
        var source = mapping is null ? "message" : builder.Source(mapping, step.Scalar("of"), step.Place);
        builder.Make(step.Scalar("as"), mapping is null ? DocumentShape.Unknown : DocumentShape.Of(mapping.To, builder.Scope.Schemas));
        return mapping is null || step.Text("as") is not { } name
            ? null
            : new Step.Map(mapping, name, step.Place) { Source = source, OnError = step.Text("on_error") ?? "fail" };
    }
}
