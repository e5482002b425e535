using Simphonie.Core.Declarations;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Syntax;
using Simphonie.Formats.FhirPath;

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
        new() { Name = "each", Kind = FieldKind.Expression, Example = "invoices", Description = "With 'map': one message for each item, which the mapping then starts from. All of them leave the same commit and are held in memory until then: for thousands, not for a million." },
        new() { Name = "optional", Kind = FieldKind.Boolean, Description = "true: a site whose hub.yaml does not declare the endpoint sends nothing here, so that one route serves sites that want one form, several or none." },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder)
    {
        if (step.Scalar("send") is not { } name)
        {
            return null;
        }

        var optional = step.Boolean("optional");
        var endpoint = builder.Endpoint(name, optional);
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

        var each = Each(step, source, mapping, builder);
        return new Step.Send(name.Text, mapping, mapping is null ? document?.Text : null, step.Place) { Source = source, Optional = optional, Each = each };
    }

    private static Expression? Each(Setting.Map step, string source, Mapping? mapping, StepBuilder builder)
    {
        if (step.Scalar("each") is not { } text)
        {
            return null;
        }

        if (mapping is null || !builder.Documents.TryGetValue(source, out var document))
        {
            if (step["map"] is null)
            {
                builder.Findings.Add(RouteCodes.NothingToSend, text.Place, "'each' needs 'map:', a mapping that starts from the items.");
            }

            return null;
        }

        var each = builder.Scope.Expressions.Compile(text, document, builder.Documents, builder.Findings);
        if (each is { Type.Types: { Count: > 0 } types } && DocumentShape.Of(mapping.From, builder.Scope.Schemas).Type is { } wanted && !types.Contains(wanted))
        {
            builder.Findings.Add(RouteCodes.FormatMismatch, text.Place, $"mapping '{mapping.Name}' starts from {wanted}, not from {string.Join(", ", types)}.");
        }

        return each;
    }
}
