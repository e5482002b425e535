using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Syntax;
using Simphonie.Definitions.Tests.Mappings.Support;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Tests.Mappings;

public sealed class When_a_mapping_is_wrong
{
    [Test]
    public void Should_suggest_a_target_path()
    {
        var findings = MappingBench.FindingsOf("make:\n  - sender.nmae: title\n");

        Assert.That(findings[0].Code, Is.EqualTo(MappingCodes.UnknownTarget));
        Assert.That(findings[0].Text, Does.Contain("Person has no 'nmae'").And.Contains("did you mean 'name'"));
        Assert.That((findings[0].Place.Line, findings[0].Place.Column), Is.EqualTo((MappingBench.HeadLines + 2, 5)));
    }

    [Test]
    public void Should_suggest_a_source_path()
    {
        var findings = MappingBench.FindingsOf("make:\n  - title: sender.nmae\n");

        Assert.That(findings[0].Code, Is.EqualTo(FhirPathCodes.UnknownName));
        Assert.That(findings[0].Text, Does.Contain("name"));
    }

    [Test]
    public void Should_collect_every_finding()
    {
        var findings = MappingBench.FindingsOf("make:\n  - titel: title\n  - note: title and\n  - note: \"%nobody\"\n");

        Assert.That(findings, Has.Count.GreaterThanOrEqualTo(3));
    }

    [Test]
    public void Should_refuse_a_key_of_a_rule_that_is_not_known()
    {
        var findings = MappingBench.FindingsOf("make:\n  - for: receiver\n    ad: note\n    set: []\n");

        Assert.That(findings[0].Code, Is.EqualTo(SyntaxCodes.UnknownKey));
    }

    [Test]
    public void Should_refuse_a_rule_that_does_nothing()
    {
        var findings = MappingBench.FindingsOf("make:\n  - if: title.exists()\n");

        Assert.That(findings.Select(finding => finding.Code), Is.EqualTo(new[] { MappingCodes.Malformed }));
    }

    [TestCase("a..b")]
    [TestCase("a b")]
    [TestCase(".a")]
    public void Rejects_a_path_that_cannot_be_read(string path)
    {
        var findings = MappingBench.FindingsOf($"make:\n  - \"{path}\": title\n");

        Assert.That(findings.Select(finding => finding.Code), Is.EqualTo(new[] { MappingCodes.BadTargetPath }));
    }

    [Test]
    public void Should_suggest_a_schema_and_not_blame_the_rules_for_it()
    {
        var findings = new DiagnosticBag();
        var text = "mapping: test\nversion: 1\neffective: 2026-01-01\nfrom: plain/leters@1\nto: plain/letters@1\nmake:\n  - title: title\n";
        MappingBench.CompileFile(text, findings);

        Assert.That(findings.Select(finding => finding.Code), Is.EqualTo(new[] { MappingCodes.UnknownSchema }));
        Assert.That(findings[0].Text, Does.Contain("did you mean 'plain/letters'"));
        Assert.That((findings[0].Place.Line, findings[0].Place.Column), Is.EqualTo((4, 7)));
    }
}
