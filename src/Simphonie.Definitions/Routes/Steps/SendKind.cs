using Simphonie.Core.Declarations;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Routes.Steps;

internal sealed class SendKind : IStepKind
{
    public string Name => "send";

    public string Description => "Delivers a document to an endpoint. The route does not wait for it; the handling ends when it has arrived.";

    public string Example => "- send: gap-return\n  map: eligibility-to-pam";

    public IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "send", Kind = FieldKind.Reference, Required = true, Example = "gap-return", Description = "Endpoint of hub.yaml." },
        new() { Name = "map", Kind = FieldKind.Reference, Example = "eligibility-to-pam", Description = "Mapping that makes what is sent." },
        new() { Name = "document", Kind = FieldKind.Reference, Example = "message", Description = "Without 'map': document that is sent as it is. With it: document that the mapping starts from." },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder)
    {
        if (step.Scalar("send") is not { } name)
        {
            return null;
        }

        var endpoint = builder.Endpoint(name);
        var mapping = builder.Mapping(step, "map");
        var document = step.Scalar("document");
        var source = "message";
        if (mapping is not null)
        {
            source = builder.Source(mapping, document, step.Place);
            builder.CheckLeaving(endpoint, name.Text, DocumentShape.Of(mapping.To, builder.Scope.Schemas), step["map"]!.Place);
        }
        else if (document is not null && builder.CheckDocument(document))
        {
            builder.CheckLeaving(endpoint, name.Text, builder.Documents[document.Text], document.Place);
        }
        else if (step["map"] is null && document is null)
        {
            builder.Findings.Add(RouteCodes.NothingToSend, step.Place, "say what is sent: 'map:' or 'document:' ('document: message' sends the original).");
        }

        return new Step.Send(name.Text, mapping, mapping is null ? document?.Text : null, step.Place) { Source = source };
    }
}
