namespace Simphonie.Definitions.Tests.Routes;

public sealed class When_a_route_is_bad
{
    [TestCase("steps:\n  - valdiate: hl7v2/pam-fr@2.11\n", "SIM1101", 8, 5, "did you mean 'validate'?", TestName = "Rejects_an_unknown_step")]
    [TestCase("steps:\n  - raise: invoiced\n", "SIM1011", 8, 5, "needs 'process'", TestName = "Rejects_an_event_to_no_process")]
    [TestCase("steps:\n  - send: gap-retrun\n    document: message\n", "SIM1103", 8, 11, "did you mean 'gap-return'?", TestName = "Rejects_an_unknown_endpoint")]
    [TestCase("steps:\n  - map: pam-to-eligibility\n    as: x\n", "SIM1105", 8, 10, "there is no mapping", TestName = "Rejects_an_unknown_mapping")]
    [TestCase("steps:\n  - validate: hl7v2/pam-fr@2.10\n", "SIM1107", 8, 15, "did you mean 'hl7v2/pam-fr@2.11'?", TestName = "Rejects_an_unknown_schema")]
    [TestCase("steps:\n  - send: gap-return\n    document: answer\n", "SIM1108", 9, 15, "no earlier step makes", TestName = "Rejects_a_document_before_it_is_made")]
    [TestCase("steps:\n  - call: archive\n    document: message\n    as: x\n", "SIM1109", 8, 11, "no answer", TestName = "Rejects_a_call_to_an_endpoint_that_cannot_answer")]
    [TestCase("steps:\n  - send: cdri\n    document: message\n", "SIM1110", 9, 15, "takes xml, not hl7v2", TestName = "Rejects_a_document_of_the_wrong_format")]
    [TestCase("steps:\n  - send: gap-return\n", "SIM1120", 8, 5, "say what is sent", TestName = "Rejects_a_send_of_nothing")]
    [TestCase("steps:\n  - call: gap-return\n    document: message\n    as: a\n  - call: gap-return\n    document: message\n    as: a\n", "SIM1118", 13, 9, "makes 'a' already", TestName = "Rejects_two_documents_of_one_name")]
    [TestCase("steps:\n  - choose:\n      - steps: [{filter: \"true\"}]\n      - if: PID-3.exists()\n        steps: [{filter: \"true\"}]\n", "SIM1121", 9, 9, "must be the last", TestName = "Rejects_a_case_behind_otherwise")]
    [TestCase("steps:\n  - enrich: organisms\n    key: PID-8\n    as: x\n", "SIM1122", 8, 13, "no table", TestName = "Rejects_an_unknown_table")]
    [TestCase("steps:\n  - filter: PID-3.exists()\n    reasn: none\n", "SIM1010", 9, 5, "did you mean 'reason'?", TestName = "Rejects_an_unknown_key_of_a_step")]
    [TestCase("answer: message\nsteps:\n  - filter: PID-3.exists()\n", "SIM1126", 7, 9, "what the caller sent", TestName = "Rejects_an_answer_that_is_the_question")]
    [TestCase("answer: verdict\nsteps:\n  - filter: PID-3.exists()\n", "SIM1108", 7, 9, "no earlier step makes", TestName = "Rejects_an_answer_that_nothing_makes")]
    public void Should_report(string steps, string code, int line, int column, string text)
    {
        var findings = RouteLint.Findings(steps);

        var finding = findings.FirstOrDefault(f => f.Code.Id == code);
        Assert.That(finding, Is.Not.Null, string.Join('\n', findings));
        Assert.Multiple(() =>
        {
            Assert.That((finding!.Place.Line, finding.Place.Column), Is.EqualTo((line, column)));
            Assert.That(finding.Text, Does.Contain(text));
        });
    }

    [Test]
    public void Should_report_a_path_that_no_schema_knows_with_its_place()
    {
        var finding = RouteLint.Findings("steps:\n  - filter: PIX-3.exists()\n").First(f => f.Severity == Core.Diagnostics.Severity.Error);

        Assert.That((finding.Place.Line, finding.Place.Column), Is.EqualTo((8, 13)));
        Assert.That(finding.Place.File, Does.EndWith("r.route.yaml"));
    }

    [Test]
    public void Should_take_an_optional_endpoint_that_the_site_has_not() =>
        Assert.That(RouteLint.Findings("steps:\n  - send: accounting\n    document: message\n    optional: true\n"), Is.Empty);

    [Test]
    public void Should_report_an_unknown_channel()
    {
        var findings = RouteLint.Load(RouteLint.Head.Replace("gap-adt", "gap-atd", StringComparison.Ordinal) + "steps:\n  - filter: \"true\"\n").Findings;

        Assert.That(findings.Single(f => f.Code.Id == "SIM1104").Text, Does.Contain("did you mean 'gap-adt'?"));
    }

    [Test]
    public void Should_only_warn_of_a_channel_that_the_site_does_not_have()
    {
        var load = RouteLint.Load(RouteLint.Head.Replace("gap-adt", "night-batch", StringComparison.Ordinal) + "steps:\n  - filter: \"true\"\n");

        Assert.That(load.Findings.Select(f => (f.Code.Id, f.Severity)), Is.EqualTo(new[] { ("SIM1104", Core.Diagnostics.Severity.Warning) }));
        Assert.That(load.Snapshot, Is.Not.Null);
    }

    [Test]
    public void Should_collect_the_findings_of_all_steps()
    {
        var findings = RouteLint.Findings("steps:\n  - valdiate: x\n  - send: nowhere\n    document: nothing\n  - validate: no/schema@1\n");

        Assert.That(findings.Select(f => f.Code.Id), Is.SupersetOf(new[] { "SIM1101", "SIM1103", "SIM1107", "SIM1108" }));
    }

    [Test]
    public void Should_give_no_snapshot()
    {
        Assert.That(RouteLint.Load(RouteLint.Head + "steps:\n  - valdiate: x\n").Snapshot, Is.Null);
    }
}
