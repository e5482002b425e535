using Simphonie.Definitions.Lots;
using Simphonie.Definitions.Testing;

namespace Simphonie.Definitions.Tests.Testing;

public sealed class When_test_files_are_read
{
    private const string Route = """
        tests:
          - name: the endpoint is down, then answers
            message: [cases/a01.er7, "MSH|^~\\&|A"]
            now: 2026-03-06T11:00:00+01:00
            endpoints:
              cdri:
                - does: unavailable
                  times: 3
                - answer: <Reponse/>
                  meanwhile: cases/a01.er7
            ledger:
              - {kind: cancelled, key: k}
            expect:
              - calls: cdri
                with:
                  - at: Requete
                    absent: true
              - nothing_to: [gap-return]
              - state: done
              - work_items: 0
              - ledger: last-cover
        """;

    [Test]
    public void Should_read_messages_mocks_and_expectations_of_a_route()
    {
        var (tests, findings, _) = TestSet.Read(Route, route: true);

        Assert.That(findings, Is.Empty);
        var test = (RouteTest)tests.Single();
        Assert.Multiple(() =>
        {
            Assert.That(test.Target.Name, Is.EqualTo("r"));
            Assert.That(test.Messages.Select(m => m.Bytes.Length), Is.EqualTo(new[] { TestSet.Message.Length, 10 }));
            Assert.That(test.Endpoints["cdri"].Select(b => (b.Action, b.Times)), Is.EqualTo(new[] { (MockAction.Unavailable, 3), (MockAction.Accept, 1) }));
            Assert.That(test.Endpoints["cdri"][1].Meanwhile!.Bytes.Length, Is.EqualTo(TestSet.Message.Length));
            Assert.That(test.Ledger, Is.EqualTo(new[] { new TestLedgerEntry("cancelled", "k", "") }));
            Assert.That(test.Expectations.Select(e => e.GetType().Name), Is.EqualTo(new[] { "Delivered", "NothingTo", "State", "WorkItems", "Ledger" }));
        });
    }

    [Test]
    public void Should_read_the_lots_of_the_site()
    {
        var (tests, findings, _) = TestSet.Read("tests:\n  - {name: a, message: cases/a01.er7, lots: {numbers: gap, process: invoice}, expect: [{invoices: 0}]}\n", route: true);

        Assert.That(findings, Is.Empty);
        var lots = ((RouteTest)tests.Single()).Lots!;
        Assert.Multiple(() =>
        {
            Assert.That(lots.Recipients.All.Select(one => (one.Address.Code, one.Owner)), Is.EqualTo(new[] { ("01999", NumberOwner.Gap), ("01998", NumberOwner.Gap), ("02999", NumberOwner.Gap) }));
            Assert.That(lots.Process, Is.EqualTo("invoice"));
            Assert.That(lots.Times.ClosesAt(DateTimeOffset.UnixEpoch), Is.Null);
        });
    }

    [TestCase("tests:\n  - name: a\n    message: cases/none.er7\n    expect: [{output: nothing}]\n", "SIM1402")]
    [TestCase("tests:\n  - name: a\n    message: ../../../../etc/passwd\n    expect: [{output: nothing}]\n", "SIM1408")]
    [TestCase("tests:\n  - name: a\n    message: cases/a01.er7\n    expect: []\n", "SIM1405")]
    [TestCase("tests:\n  - name: a\n    message: cases/a01.er7\n    expect: [{state: done}]\n", "SIM1404")]
    [TestCase("tests:\n  - name: a\n    message: cases/a01.er7\n    expect: [{at: Patient}]\n", "SIM1403")]
    [TestCase("tests:\n  - name: a\n    message: cases/a01.er7\n    expect: [{otput: nothing}]\n", "SIM1010")]
    [TestCase("tests:\n  - {name: a, message: cases/a01.er7, expect: [{output: nothing}]}\n  - {name: a, message: cases/a01.er7, expect: [{output: nothing}]}\n", "SIM1406")]
    [TestCase("tests:\n  - {name: a, message: cases/a01.er7, lots: {directory: cases/none.csv}, expect: [{invoices: 0}]}\n", "SIM1404")]
    [TestCase("mapping: other\ntests: []\n", "SIM1401")]
    public void Should_report(string yaml, string code)
    {
        Assert.That(TestSet.Read(yaml).Findings.Select(f => f.Code.Id), Has.Member(code));
    }
}
