using Simphonie.Core.Declarations;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Routes.Steps;

internal sealed class SplitKind : IStepKind
{
    public string Name => "split";

    public string Description => "Makes one part message per item; each is kept in the journal and goes its own way from an inbound channel.";

    public string Example => "- split: entry.resource\n  map: resource-to-message\n  to: parts";

    public IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "split", Kind = FieldKind.Expression, Required = true, Example = "entry.resource", Description = "Items, one part message each." },
        new() { Name = "map", Kind = FieldKind.Reference, Example = "resource-to-message", Description = "Mapping that makes the part; without it, the item itself." },
        new() { Name = "of", Kind = FieldKind.Reference, Description = "Document to split; without it, the message." },
        new() { Name = "to", Kind = FieldKind.Reference, Required = true, Example = "parts", Description = "Inbound channel that the parts come from." },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder)
    {
        var source = step.Scalar("of");
        var known = source is null || builder.CheckDocument(source);
        var focus = source is not null && known ? builder.Documents[source.Text] : builder.Message;
        var each = step.Scalar("split") is { } text ? builder.Scope.Expressions.Compile(text, focus, builder.Documents, builder.Findings) : null;
        var mapping = builder.Mapping(step, "map");
        if (step.Scalar("to") is not { } to)
        {
            return null;
        }

        builder.Channel(to);
        return each is null ? null : new Step.Split(each, mapping, to.Text, step.Place) { Source = source?.Text ?? "message" };
    }
}
