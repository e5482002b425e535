using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Testing;

namespace Simphonie.Definitions.Tests.Testing;

public sealed class When_outcomes_of_routes_are_compared
{
    private static readonly Document s_sent = Repository.Tools.Formats["hl7v2"].Read(System.Text.Encoding.UTF8.GetBytes(TestSet.Message), null);

    private static readonly TestOutcome s_outcome = new()
    {
        State = "done",
        Deliveries = [new("call", "cdri", s_sent), new("send", "gap-return", s_sent)],
        WorkItems = [new("SIM4150", "Compare the identity.")],
        Ledger = [new("moved", "patient|1|2", "patient|1|3")],
        Lots = [new("ace-mco", "01999", "01", "751", 7, 2), new("stay", "02999", "02", "999", null, 1)],
        LotFiles = [new("01999", s_sent)],
        Cases = [new("750000010/260000001//amo", "ready")],
        Findings = [Diagnostic.Of(TestCodes.Broken, Place.InMessage("IN1[1]-49.1"), "x")],
    };

    [TestCase("state: done")]
    [TestCase("calls: cdri")]
    [TestCase("sent: gap-return\n        with: [{at: PID-8, is: F}]")]
    [TestCase("sent: archive\n        times: 0")]
    [TestCase("nothing_to: [archive]")]
    [TestCase("work_item: SIM4150")]
    [TestCase("work_item: compare the identity")]
    [TestCase("work_items: 1")]
    [TestCase("ledger: moved\n        key: patient|1|2\n        value: patient|1|3")]
    [TestCase("ledger: cancelled\n        absent: true")]
    [TestCase("finding: SIM1407\n        at: IN1[1]-49.1")]
    [TestCase("answer: none")]
    [TestCase("lot: stay")]
    [TestCase("lot: ace-mco\n        recipient: '01999'\n        scheme: '01'\n        caisse: '751'\n        number: 7\n        invoices: 2")]
    [TestCase("invoices: 3")]
    [TestCase("file: '01999'\n        with: [{at: PID-8, is: F}]")]
    [TestCase("file: '02999'\n        times: 0")]
    [TestCase("case: 750000010/260000001//amo")]
    [TestCase("case: 750000010/260000001//amo\n        in: ready")]
    [TestCase("cases: 1")]
    public void Accepts(string expectation) => Assert.That(Compare(expectation).Failures, Is.Empty);

    [TestCase("state: dead")]
    [TestCase("calls: cdri\n        times: 2")]
    [TestCase("sent: gap-return\n        with: [{at: PID-8, is: M}]")]
    [TestCase("sent: archive")]
    [TestCase("nothing_to: [archive, cdri]")]
    [TestCase("work_item: SIM4151")]
    [TestCase("work_items: 0")]
    [TestCase("ledger: moved\n        key: patient|1|9")]
    [TestCase("ledger: moved\n        absent: true")]
    [TestCase("finding: SIM1407\n        at: IN1[2]-49.1")]
    [TestCase("answer: given")]
    [TestCase("lot: forfait")]
    [TestCase("lot: ace-mco\n        recipient: '02999'")]
    [TestCase("lot: ace-mco\n        scheme: '02'")]
    [TestCase("lot: ace-mco\n        caisse: '999'")]
    [TestCase("lot: stay\n        number: 1")]
    [TestCase("lot: ace-mco\n        invoices: 1")]
    [TestCase("invoices: 2")]
    [TestCase("file: '02999'")]
    [TestCase("file: '01999'\n        with: [{at: PID-8, is: M}]")]
    [TestCase("case: 750000010/260000001//amc")]
    [TestCase("case: 750000010/260000001//amo\n        in: sent")]
    [TestCase("cases: 0")]
    public void Rejects(string expectation) => Assert.That(Compare(expectation).Failures, Has.Count.EqualTo(1));

    private static TestResult Compare(string expectation)
    {
        var (tests, findings, _) = TestSet.Read($"tests:\n  - name: t\n    message: cases/a01.er7\n    expect:\n      - {expectation}\n", route: true);
        Assert.That(findings, Is.Empty);
        return ExpectationEvaluator.Evaluate(tests.Single(), s_outcome);
    }
}
