using Simphonie.Core.Declarations;
using Simphonie.Definitions.Lots;

namespace Simphonie.Definitions.Testing;

/// <summary>The keys of test files.</summary>
public static class TestFields
{
    private static readonly FieldDeclaration s_at = Text("at", "FHIRPath over what is looked at; after 'finding', a place such as IN1[1]-49.1.", FieldKind.Expression, "Bundle.entry.count()");
    private static readonly FieldDeclaration s_is = new() { Name = "is", Kind = FieldKind.Any, Example = "\"2024-03-06\"", Description = "The one value that 'at' must give, or a list of all of them in order." };
    private static readonly FieldDeclaration s_matches = Text("matches", "Regular expression that every value of 'at' must match.", FieldKind.Text, "^HUB-");
    private static readonly FieldDeclaration s_absent = new() { Name = "absent", Kind = FieldKind.Boolean, Description = "true: 'at', or the ledger entry, must give nothing." };

    /// <summary>Expectations over one document: values only.</summary>
    public static IReadOnlyList<FieldDeclaration> Values { get; } = [s_at, s_is, s_matches, s_absent];

    public static IReadOnlyList<FieldDeclaration> Expectations { get; } =
    [
        s_at,
        s_is,
        s_matches,
        s_absent,
        Text("finding", "Code of a finding that must be there.", FieldKind.Text, "SIM2310"),
        new() { Name = "output", Kind = FieldKind.Choice, Choices = ["nothing"], Description = "Mapping: it makes no document." },
        new() { Name = "bytes", Kind = FieldKind.List, Example = "[\"2750000010 …\", \"5750000010 …\"]", Description = "Mapping: the output is exactly these texts, one behind the other, such as the records of a fixed format." },
        Text("lineage", "Mapping: FHIRPath to a value of the output, whose origin 'from' names.", FieldKind.Expression, "Bundle.entry.resource.ofType(Coverage).subscriberId"),
        new() { Name = "from", Kind = FieldKind.List, Example = "IN1[1]-49.1", Description = "After 'lineage': the place of the input, or a list of them." },
        Text("sent", "Route: endpoint that exactly one 'send' must have reached, or as many as 'times' says.", FieldKind.Reference, "gap-return"),
        Text("calls", "Route: endpoint that exactly one 'call' must have asked, or as many as 'times' says.", FieldKind.Reference, "cdri"),
        new() { Name = "times", Kind = FieldKind.Integer, Default = "1", Minimum = 0, Maximum = 1000, Description = "After 'sent', 'calls' and 'file': how many." },
        new() { Name = "with", Kind = FieldKind.List, Description = "After 'sent', 'calls', 'file' and 'answer': what the document must hold.", Fields = Values },
        new() { Name = "nothing_to", Kind = FieldKind.List, Example = "[gap-return]", Description = "Route: endpoints that nothing may have left for." },
        new() { Name = "state", Kind = FieldKind.Choice, Choices = ["unrouted", "done", "dropped", "dead", "unknown", "expired", "waiting"], Description = "Route: how the handling ended." },
        Text("work_item", "Route: text that stands in what a work item asks, or its code.", FieldKind.Text, "SIM4150"),
        new() { Name = "work_items", Kind = FieldKind.Integer, Minimum = 0, Maximum = 1000, Description = "Route: how many work items were opened." },
        Text("ledger", "Route: kind of a ledger entry that must have been written.", FieldKind.Text, "cancelled"),
        Text("key", "After 'ledger': its key.", FieldKind.Text, null),
        Text("value", "After 'ledger': its value.", FieldKind.Text, null),
        Text("lot", "Route: kind of billing of a lot that holds an invoice; 'recipient', 'scheme', 'caisse', 'number' and 'invoices' say more of it.", FieldKind.Text, "ace-mco"),
        Text("recipient", "After 'lot': code of its recipient.", FieldKind.Text, "\"01999\""),
        Text("scheme", "After 'lot': scheme of affiliation.", FieldKind.Text, "\"01\""),
        Text("caisse", "After 'lot': caisse of attachment.", FieldKind.Text, "\"999\""),
        new() { Name = "number", Kind = FieldKind.Integer, Minimum = 1, Maximum = 999, Description = "After 'lot': number that it was given." },
        new() { Name = "invoices", Kind = FieldKind.Integer, Minimum = 0, Maximum = 100_000, Description = "After 'lot': how many invoices it holds. Alone: how many all lots hold." },
        Text("file", "Route: code of the recipient of exactly one file of closed lots, or of as many as 'times' says.", FieldKind.Text, "\"01999\""),
        Text("case", "Route: key of a business case that there must be; 'in' says its state.", FieldKind.Text, "750000010/260000001//amo"),
        Text("in", "After 'case': state that it is in.", FieldKind.Text, "ready"),
        new() { Name = "cases", Kind = FieldKind.Integer, Minimum = 0, Maximum = 100_000, Description = "Route: how many business cases there are." },
        new() { Name = "answer", Kind = FieldKind.Choice, Choices = ["given", "none"], Description = "Route: whether the waiting caller was answered; 'with' says what." },
    ];

    /// <summary>What a mocked endpoint does at one attempt.</summary>
    public static IReadOnlyList<FieldDeclaration> Mock { get; } =
    [
        Text("answer", "Answer: a file beside the test, or the text itself.", FieldKind.Text, "cases/rights-open.xml"),
        Text("fault", "The peer refuses for good with this answer: a file beside the test, or the text itself.", FieldKind.Text, "cases/fault.xml"),
        new() { Name = "does", Kind = FieldKind.Choice, Choices = ["accept", "refuse", "timeout", "unavailable"], Description = "Without an answer: takes it, refuses it for good, never answers, or cannot be reached." },
        new() { Name = "times", Kind = FieldKind.Integer, Default = "1", Minimum = 1, Maximum = 10_000, Description = "For how many attempts." },
        Text("meanwhile", "Message that comes in while the endpoint is at work, before it answers.", FieldKind.Text, "cases/a40.er7"),
    ];

    public static IReadOnlyList<FieldDeclaration> Test { get; } =
    [
        Text("name", "What is shown, as a sentence.", FieldKind.Text, "an admission asks for the rights of the insured", required: true),
        new() { Name = "message", Kind = FieldKind.List, Required = true, Example = "cases/a01-amo.er7", Description = "Message: a file beside the test, or the text itself. Routes: a list comes in one after the other." },
        Text("focus", "Mapping: FHIRPath to the one node of the message that it starts from, where its 'from' names a type ('#Invoice').", FieldKind.Expression, "invoices[0]"),
        new() { Name = "documents", Kind = FieldKind.Map, Description = "Mapping: other documents that it reads, by name." },
        Text("now", "Recorded time of the handling.", FieldKind.Text, "2024-03-06T11:00:00+01:00"),
        Text("channel", "Route: inbound channel; without it, the first of 'from'.", FieldKind.Reference, null),
        new() { Name = "endpoints", Kind = FieldKind.Map, Example = "{cdri: [{answer: cases/rights-open.xml}]}", Description = "Route: what each mocked endpoint does, attempt by attempt; the last one goes on. An endpoint that is not named accepts." },
        new()
        {
            Name = "ledger", Kind = FieldKind.List, Description = "Entries that stand in the ledger before.",
            Fields = [Text("kind", "Kind of the entry.", FieldKind.Text, "cancelled", required: true), Text("key", "Its key.", FieldKind.Text, null, required: true), Text("value", "Its value.", FieldKind.Text, null)],
        },
        LotsFields.OfTest,
        new() { Name = "expect", Kind = FieldKind.List, Required = true, Description = "What must come out.", Fields = Expectations },
    ];

    public static IReadOnlyList<FieldDeclaration> File { get; } =
    [
        Text("route", "Route that is tested; without it, the one whose file has the same name.", FieldKind.Reference, null),
        Text("mapping", "Mapping that is tested; without it, the one whose file has the same name.", FieldKind.Reference, null),
        new() { Name = "tests", Kind = FieldKind.List, Required = true, Description = "The tests.", Fields = Test },
    ];

    private static FieldDeclaration Text(string name, string description, FieldKind kind, string? example, bool required = false) =>
        new() { Name = name, Kind = kind, Description = description, Example = example, Required = required };
}
