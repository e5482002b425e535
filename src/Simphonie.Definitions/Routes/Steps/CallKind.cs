using Simphonie.Core.Declarations;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Routes.Steps;

internal sealed class CallKind : IStepKind
{
    public string Name => "call";

    public string Description => "Sends a request to an endpoint and waits, durably, for its answer. The route goes on in a new stage.";

    public string Example => "- call: cdri\n  request: eligibility-to-cdri\n  response: cdri-to-eligibility\n  as: answer\n  timeout_seconds: 10";

    public IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "call", Kind = FieldKind.Reference, Required = true, Example = "cdri", Description = "Endpoint of hub.yaml." },
        new() { Name = "request", Kind = FieldKind.Reference, Example = "eligibility-to-cdri", Description = "Mapping that makes the request." },
        new() { Name = "document", Kind = FieldKind.Reference, Description = "Without 'request': document that is sent as it is. With it: document that the mapping starts from." },
        new() { Name = "response", Kind = FieldKind.Reference, Example = "cdri-to-eligibility", Description = "Mapping that reads the answer; without it, the answer itself." },
        new() { Name = "as", Kind = FieldKind.Text, Required = true, Example = "answer", Description = "Name of the answer." },
        new() { Name = "timeout_seconds", Kind = FieldKind.Integer, Default = "30", Minimum = 1, Maximum = 3600, Unit = "seconds", Description = "How long one attempt may take." },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder)
    {
        if (step.Scalar("call") is not { } name)
        {
            return null;
        }

        var endpoint = builder.Endpoint(name);
        if (endpoint is { Answers: false })
        {
            builder.Findings.Add(RouteCodes.CannotAnswer, name.Place, $"endpoint '{name.Text}' gives no answer that could be read; 'send' does not wait for one.");
        }

        var request = builder.Mapping(step, "request");
        var document = step.Scalar("document");
        var source = "message";
        if (request is not null)
        {
            source = builder.Source(request, document, step.Place);
            builder.CheckLeaving(endpoint, name.Text, DocumentShape.Of(request.To, builder.Scope.Schemas), step["request"]!.Place);
        }
        else if (document is not null && builder.CheckDocument(document))
        {
            builder.CheckLeaving(endpoint, name.Text, builder.Documents[document.Text], document.Place);
        }
        else if (step["request"] is null && document is null)
        {
            builder.Findings.Add(RouteCodes.NothingToSend, step.Place, "a call needs 'request:', the mapping that makes what is sent, or 'document:'.");
        }

        var response = builder.Mapping(step, "response");
        CheckResponse(step, builder, endpoint?.AnswerFormat, name.Text, response);
        builder.Make(step.Scalar("as"), response is not null ? DocumentShape.Of(response.To, builder.Scope.Schemas) : new(step["response"] is null ? endpoint?.AnswerFormat : null, null, null));
        return step.Text("as") is not { } made
            ? null
            : new Step.Call(name.Text, request, request is null ? document?.Text : null, response, made, TimeSpan.FromSeconds(step.Integer("timeout_seconds") ?? 30), step.Place) { Source = source };
    }

    private static void CheckResponse(Setting.Map step, StepBuilder builder, string? answers, string endpoint, Mapping? response)
    {
        if (response is not null && answers is not null && DocumentShape.Of(response.From, builder.Scope.Schemas).Format is { } reads && reads != answers)
        {
            builder.Findings.Add(RouteCodes.FormatMismatch, step["response"]!.Place, $"endpoint '{endpoint}' answers {answers}, and mapping '{response.Name}' reads {reads}.");
        }
    }
}
