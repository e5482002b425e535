using Simphonie.Core.Declarations;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Routes.Steps;

internal sealed class EnrichKind : IStepKind
{
    public string Name => "enrich";

    public string Description => "Looks something up in a table, in the ledger or at an endpoint, and names what is found. Nothing found reads as empty.";

    public string Example => "- enrich: organisms\n  in: table\n  key: IN1[1]-3.1\n  as: organism";

    public IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "enrich", Kind = FieldKind.Reference, Required = true, Example = "organisms", Description = "Name of the table, of the kind of ledger entry, or of the endpoint." },
        new() { Name = "in", Kind = FieldKind.Choice, Choices = ["table", "ledger", "endpoint"], Default = "table", Description = "Where to look." },
        new() { Name = "key", Kind = FieldKind.Expression, Required = true, Example = "IN1[1]-3.1", Description = "What to look for." },
        new() { Name = "request", Kind = FieldKind.Reference, Description = "Endpoint: mapping that makes the request." },
        new() { Name = "response", Kind = FieldKind.Reference, Description = "Endpoint: mapping that reads the answer." },
        new() { Name = "as", Kind = FieldKind.Text, Required = true, Example = "organism", Description = "Name of what is found." },
    ];

    public Step? Build(Setting.Map step, StepBuilder builder)
    {
        if (step.Scalar("enrich") is not { } name)
        {
            return null;
        }

        var source = step.Text("in") ?? "table";
        if (source == "table" && !builder.Scope.Tables.ContainsKey(name.Text))
        {
            builder.Findings.Add(RouteCodes.UnknownTable, name.Place, $"there is no table '{name.Text}'{Suggestion.For(name.Text, builder.Scope.Tables.Keys)}");
        }

        var endpoint = source == "endpoint" ? builder.Endpoint(name) : null;
        var key = builder.Expression(step, "key");
        var request = builder.Mapping(step, "request");
        var response = builder.Mapping(step, "response");
        if (source == "endpoint" && step["request"] is null)
        {
            builder.Findings.Add(RouteCodes.NothingToSend, step.Place, "a lookup at an endpoint needs 'request:', the mapping that makes what is sent.");
        }

        if (endpoint is { Answers: false })
        {
            builder.Findings.Add(RouteCodes.CannotAnswer, name.Place, $"endpoint '{name.Text}' gives no answer that could be read.");
        }

        builder.Make(step.Scalar("as"), response is null ? DocumentShape.Unknown : DocumentShape.Of(response.To, builder.Scope.Schemas));
        return key is null || step.Text("as") is not { } made ? null : new Step.Enrich(source, name.Text, key, request, response, made, step.Place);
    }
}
