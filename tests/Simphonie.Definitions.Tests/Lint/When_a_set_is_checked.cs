using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Tests.Routes;

namespace Simphonie.Definitions.Tests.Lint;

public sealed class When_a_set_is_checked
{
    private const string Good = RouteLint.Head + "steps:\n  - send: gap-return\n    document: message\n";

    [Test]
    public void Should_find_nothing_in_a_good_one()
    {
        Assert.That(RouteLint.Load(Good).Findings, Is.Empty);
    }

    [Test]
    public void Should_report_two_versions_that_take_effect_on_the_same_date()
    {
        var findings = RouteLint.Load(Good, ("routes/s.route.yaml", Good.Replace("version: 1", "version: 2", StringComparison.Ordinal)), ("routes/s.test.yaml", "route: r\ntests: []\n")).Findings;

        Assert.That(findings.Single().Code.Id, Is.EqualTo("SIM1111"));
        Assert.That(findings.Single().Text, Does.Contain("r.route.yaml(1,8)"));
    }

    [Test]
    public void Should_report_a_version_that_is_defined_twice()
    {
        var findings = RouteLint.Load(Good, ("routes/s.route.yaml", Good.Replace("2026-01-01", "2027-01-01", StringComparison.Ordinal)), ("routes/s.test.yaml", "route: r\ntests: []\n")).Findings;

        Assert.That(findings.Single().Code.Id, Is.EqualTo("SIM1112"));
    }

    [Test]
    public void Should_warn_of_a_route_without_test()
    {
        var finding = RouteLint.Load(Good, ("routes/lonely.route.yaml", Good.Replace("route: r", "route: lonely", StringComparison.Ordinal))).Findings.Single();

        Assert.That((finding.Code.Id, finding.Severity), Is.EqualTo(("SIM1113", Severity.Warning)));
        Assert.That(finding.Text, Does.Contain("lonely.test.yaml"));
    }

    [TestCase("when: \"false\"\nsteps:\n  - filter: PID-3.exists()\n", "SIM1114")]
    [TestCase("steps:\n  - work-item: Look.\n    why: Odd.\n    stop: true\n  - filter: PID-3.exists()\n", "SIM1115")]
    [TestCase("steps:\n  - filter: \"false\"\n  - filter: PID-3.exists()\n", "SIM1115")]
    [TestCase("answer: batch\nsteps:\n  - aggregate: dossier(PID-18)\n    within: 1 minute\n    as: batch\n", "SIM1123")]
    [TestCase("steps:\n  - aggregate: dossier( PID-18 )\n    within: 1 minute\n    as: batch\n", "SIM1125")]
    public void Should_report(string rest, string code)
    {
        Assert.That(RouteLint.Load(RouteLint.Head + rest).Findings.Select(f => f.Code.Id), Is.EqualTo(new[] { code }));
    }

    [TestCase("lot: message\n    kind: ace-mco")]
    [TestCase("carry: message\n    kind: ace-mco\n    file: PID-3.first()")]
    public void Should_let_no_route_that_answers_a_caller_keep_what_outlives_the_call(string step)
    {
        var rest = $"answer: batch\nsteps:\n  - aggregate: dossier(PID-18)\n    within: 1 minute\n    as: batch\n  - {step}\n";
        Assert.That(RouteLint.Load(RouteLint.Head + rest).Findings.Select(f => f.Code.Id), Has.Exactly(1).EqualTo("SIM1127"));
        Assert.That(RouteLint.Load(RouteLint.Head + rest.Replace("answer: batch\n", "", StringComparison.Ordinal)).Findings.Select(f => f.Code.Id), Has.None.EqualTo("SIM1127"));
    }

    [Test]
    public void Should_warn_of_a_route_without_key_and_without_expiry()
    {
        var yaml = Good.Replace("key: dossier(PID-18)\nexpires: 1 hour\n", "", StringComparison.Ordinal);

        Assert.That(RouteLint.Load(yaml).Findings.Select(f => f.Code.Id), Is.EqualTo(new[] { "SIM1116", "SIM1117" }));
    }

    [Test]
    public void Should_accept_a_stop_with_a_condition()
    {
        var yaml = RouteLint.Head + "steps:\n  - work-item: Look.\n    if: PID-3.empty()\n    why: Odd.\n    stop: true\n  - filter: PID-3.exists()\n";

        Assert.That(RouteLint.Load(yaml).Findings, Is.Empty);
    }

    [Test]
    public void Should_tell_the_first_key_that_a_file_must_have()
    {
        var findings = RouteLint.Load("mapping: r\nversion: 1\neffective: 2026-01-01\n").Findings;

        Assert.That(findings.Select(f => f.Code.Id), Has.Member("SIM1452"));
    }
}
