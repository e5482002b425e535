using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Testing;

/// <summary>Reads what a test expects.</summary>
internal static class ExpectationReader
{
    private static readonly string[] s_ofRoutes = ["sent", "calls", "nothing_to", "state", "work_item", "work_items", "ledger", "answer", "lot", "invoices", "file", "case", "cases"];
    private static readonly string[] s_ofMappings = ["output", "bytes", "lineage"];

    public static IReadOnlyList<Expectation> Read(Setting.Map test, bool isRoute, DiagnosticBag findings)
    {
        var expectations = new List<Expectation>();
        foreach (var map in test.Items("expect").OfType<Setting.Map>())
        {
            if ((isRoute ? s_ofMappings : s_ofRoutes).FirstOrDefault(word => map[word] is not null) is { } wrong)
            {
                findings.Add(TestCodes.NotForThis, map.PlaceOf(wrong), $"'{wrong}' is an expectation about a {(isRoute ? "mapping" : "route")}.");
            }
            else if (ReadOne(map, isRoute, findings) is { } expectation)
            {
                expectations.Add(expectation);
            }
            else
            {
                findings.Add(TestCodes.BadExpectation, map.Place, "an expectation says one thing, such as 'at:' with 'is:', 'finding:', 'sent:' or 'state:'.");
            }
        }

        if (expectations.Count == 0)
        {
            findings.Add(TestCodes.NoExpectation, test.Place, "the test expects nothing.");
        }

        return expectations;
    }

    private static Expectation? ReadOne(Setting.Map map, bool isRoute, DiagnosticBag findings)
    {
        var place = map.Place;
        return map switch
        {
            _ when map.Text("finding") is { } code => new Expectation.Finding(code, map.Text("at"), place),
            _ when map.Text("output") is not null => new Expectation.NoOutput(place),
            _ when map["bytes"] is not null => new Expectation.Bytes([.. map.Scalars("bytes").Select(s => s.Text)], place),
            _ when map.Scalar("lineage") is { } path => new Expectation.Lineage(path, [.. map.Scalars("from").Select(s => s.Text)]),
            _ when map.Text("sent") is { } endpoint => new Expectation.Delivered("send", endpoint, map.Integer("times") ?? 1, Checks(map, findings), place),
            _ when map.Text("calls") is { } endpoint => new Expectation.Delivered("call", endpoint, map.Integer("times") ?? 1, Checks(map, findings), place),
            _ when map["nothing_to"] is not null => new Expectation.NothingTo([.. map.Scalars("nothing_to").Select(s => s.Text)], place),
            _ when map.Text("state") is { } state => new Expectation.State(state, place),
            _ when map.Text("work_item") is { } item => new Expectation.WorkItem(item, place),
            _ when map.Integer("work_items") is { } count => new Expectation.WorkItems(count, place),
            _ when map.Text("ledger") is { } kind => new Expectation.Ledger(kind, map.Text("key"), map.Text("value"), map.Boolean("absent"), place),
            _ when map.Text("lot") is { } kind => new Expectation.Lot(kind, map.Text("recipient"), map.Text("scheme"), map.Text("caisse"), map.Integer("number"), map.Integer("invoices"), place),
            _ when map.Integer("invoices") is { } count => new Expectation.InLots(count, place),
            _ when map.Text("file") is { } recipient => new Expectation.LotFile(recipient, map.Integer("times") ?? 1, Checks(map, findings), place),
            _ when map.Text("case") is { } key => new Expectation.Case(key, map.Text("in"), place),
            _ when map.Integer("cases") is { } count => new Expectation.Cases(count, place),
            _ when map.Text("answer") is { } answer => new Expectation.Answer(answer == "given", Checks(map, findings), place),
            _ when !isRoute && Check(map, findings) is { } check => new Expectation.Value(check),
            _ => null,
        };
    }

    private static IReadOnlyList<ValueCheck> Checks(Setting.Map map, DiagnosticBag findings) =>
        [.. map.Items("with").OfType<Setting.Map>().Select(m => Check(m, findings)).OfType<ValueCheck>()];

    private static ValueCheck? Check(Setting.Map map, DiagnosticBag findings)
    {
        if (map.Scalar("at") is not { } path)
        {
            return null;
        }

        if ((map["is"] is null ? 0 : 1) + (map["matches"] is null ? 0 : 1) + (map.Boolean("absent") ? 1 : 0) != 1)
        {
            findings.Add(TestCodes.BadExpectation, path.Place, "after 'at' comes one of 'is', 'matches' and 'absent: true'.");
        }

        return new(path, map["is"] is null ? null : [.. map.Scalars("is").Select(s => s.Text)], map.Text("matches"));
    }
}
