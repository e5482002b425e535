using Simphonie.Definitions.Processes.Diagrams;

namespace Simphonie.Definitions.Tests.Processes;

public sealed class When_a_process_is_checked
{
    [Test]
    public void Should_find_nothing_in_a_good_one()
    {
        var load = ProcessLint.Load(ProcessLint.Good);

        Assert.That(load.Findings, Is.Empty);
        Assert.That(load.Snapshot!.Processes.Single(), Has.Property("Name").EqualTo("debt").And.Property("Begins").EqualTo("open").And.Property("Channel").EqualTo("process.debt"));
    }

    [TestCase("to: settled}", "to: setled}", "SIM1501", TestName = "a state that does not exist")]
    [TestCase("first: true", "first: false", "SIM1502", TestName = "no first state")]
    [TestCase("lost: {end: lost, work-item: write it off}", "lost: {end: lost}\n  adrift: {end: adrift}", "SIM1503", TestName = "a state that nothing leads to")]
    [TestCase("    at:\n      - entered + profile.wait: {to: lost}\n  settled: {end: settled}\n  lost: {end: lost, work-item: write it off}", "  settled: {end: settled}", "SIM1504", TestName = "a state without a timer")]
    [TestCase("settled: {end: settled}", "settled: {at: [{entered + 1 day: {stay: true}}]}", "SIM1505", TestName = "a state without an exit")]
    [TestCase("payment: {to: settled}", "payment: {set: {paid: '1'}}", "SIM1506", TestName = "neither to nor stay")]
    [TestCase("set: {paid: case.paid + event.amount}", "set: {payed: case.paid + event.amount}", "SIM1507", TestName = "a value that is not held")]
    [TestCase("due: date?", "due: day", "SIM1508", TestName = "a type that is not known")]
    [TestCase("set: {paid: case.paid + event.amount}", "set: {paid: case.due}", "SIM1509", TestName = "a date for money")]
    [TestCase("if: event.amount < case.asked", "if: event.amount + case.asked", "SIM1509", TestName = "a number for a condition")]
    [TestCase("if: event.amount < case.asked", "if: event.amount < case.due", "SIM1509", TestName = "a comparison of money with a date")]
    [TestCase("entered + profile.wait", "case.paid + profile.most", "SIM1509", TestName = "a number for an instant")]
    [TestCase("ignore: [note]", "ignore: [notes]", "SIM1510", TestName = "an event that is not declared")]
    [TestCase("profile: site/p@1", "profile: site/p@2", "SIM1512", TestName = "parameters that do not exist")]
    [TestCase("if: event.amount < case.asked, ", "", "SIM1516", TestName = "a transition that is never taken")]
    [TestCase("ignore: [note]", "ignore: [note, payment]", "SIM1517", TestName = "an event both taken and ignored")]
    [TestCase("settled: {end: settled}", "settled: {end: settled, at: [{entered + 1 day: {to: lost}}]}", "SIM1518", TestName = "an end with a timer")]
    [TestCase("event.amount < case.asked", "event.amont < case.asked", "SIM1301", TestName = "a value that the event does not have")]
    [TestCase("to: settled}", "use: settled, to: settled}", "SIM1010", TestName = "a key that is not known")]
    public void Should_find(string good, string bad, string code)
    {
        var changed = ProcessLint.Good.Replace(good, bad, StringComparison.Ordinal);

        Assert.That(changed, Is.Not.EqualTo(ProcessLint.Good));
        Assert.That(ProcessLint.Codes(changed), Does.Contain(code));
    }

    [Test]
    public void Should_name_the_place_and_what_was_meant()
    {
        var finding = ProcessLint.Load(ProcessLint.Good.Replace("to: settled}", "to: setled}", StringComparison.Ordinal)).Findings.Single(f => f.Code.Id == "SIM1501");

        Assert.That((finding.Place.Line, finding.Place.Column), Is.EqualTo((20, 23)));
        Assert.That(finding.Text, Does.Contain("did you mean 'settled'?"));
    }

    [Test]
    public void Should_draw_every_state_and_label_the_same_way_each_time()
    {
        var process = ProcessLint.Load(ProcessLint.Good).Snapshot!.Processes.Single();

        var svg = ProcessDiagram.Draw(process);

        var document = System.Xml.Linq.XDocument.Parse(svg);
        var texts = document.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToList();
        Assert.That(texts, Is.SupersetOf(new[] { "open", "settled", "lost", "payment ↺", "payment → settled" }));
        Assert.That(ProcessDiagram.Draw(process), Is.EqualTo(svg));
    }
}
