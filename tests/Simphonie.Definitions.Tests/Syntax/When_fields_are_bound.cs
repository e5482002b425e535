using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Tests.Syntax;

public sealed class When_fields_are_bound
{
    private static readonly FieldDeclaration[] s_fields =
    [
        new() { Name = "name", Kind = FieldKind.Text, Required = true, Description = "Name." },
        new() { Name = "count", Kind = FieldKind.Integer, Minimum = 1, Maximum = 10, Default = "3", Unit = "items", Description = "Count." },
        new() { Name = "mode", Kind = FieldKind.Choice, Choices = ["fast", "safe"], Description = "Mode." },
        new() { Name = "wait", Kind = FieldKind.Duration, Description = "Wait." },
        new() { Name = "from", Kind = FieldKind.List, Description = "From." },
        new() { Name = "effective", Kind = FieldKind.Date, Description = "Date." },
    ];

    [TestCase("name: x\ncuont: 2", "SIM1010", "did you mean 'count'?")]
    [TestCase("count: 2", "SIM1011", "needs 'name'")]
    [TestCase("name: [x]", "SIM1012", "must be one value")]
    [TestCase("name: x\ncount: many", "SIM1012", "a whole number")]
    [TestCase("name: x\ncount: 11", "SIM1014", "from 1 to 10 items")]
    [TestCase("name: x\nmode: saef", "SIM1013", "did you mean 'safe'?")]
    [TestCase("name: x\nwait: 10", "SIM1012", "48 hours")]
    [TestCase("name: x\nwait: 10 fortnights", "SIM1012", "48 hours")]
    [TestCase("name: x\neffective: 2026-02-30", "SIM1012", "a date")]
    [TestCase("name:", "SIM1015", "no value")]
    public void Should_report(string yaml, string code, string text)
    {
        var findings = Bind(yaml).Findings;

        Assert.That(findings.Select(f => f.Code.Id), Has.Member(code));
        Assert.That(findings.Single(f => f.Code.Id == code).Text, Does.Contain(text));
    }

    [Test]
    public void Should_collect_every_fault_at_once()
    {
        var findings = Bind("nmae: x\ncount: 99\nmode: other").Findings;

        Assert.That(findings.Select(f => f.Code.Id), Is.EquivalentTo(new[] { "SIM1010", "SIM1011", "SIM1013", "SIM1014" }));
    }

    [Test]
    public void Should_fill_in_defaults_and_take_one_entry_as_a_list()
    {
        var (map, findings) = Bind("name: x\nfrom: a");

        Assert.That(findings, Is.Empty);
        Assert.That(map.Integer("count"), Is.EqualTo(3));
        Assert.That(map.Scalars("from").Select(s => s.Text), Is.EqualTo(new[] { "a" }));
    }

    [TestCase("250 ms", 0.25)]
    [TestCase("10 s", 10)]
    [TestCase("10s", 10)]
    [TestCase("5 minutes", 300)]
    [TestCase("48 hours", 172_800)]
    [TestCase("2 days", 172_800)]
    [TestCase("1 week", 604_800)]
    public void Accepts_durations(string text, double seconds)
    {
        Assert.That(Durations.TryParse(text, out var duration), Is.True);
        Assert.That(duration.TotalSeconds, Is.EqualTo(seconds));
    }

    private static (Setting.Map Map, DiagnosticBag Findings) Bind(string yaml)
    {
        var findings = new DiagnosticBag();
        var map = (Setting.Map)YamlReader.Read("x.yaml", yaml, findings)!;
        return (FieldBinder.Bind(map, s_fields, "the thing", findings), findings);
    }
}
