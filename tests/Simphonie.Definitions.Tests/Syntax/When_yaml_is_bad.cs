using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Tests.Syntax;

public sealed class When_yaml_is_bad
{
    [TestCase("a: 1\nb: [1, 2\n", "SIM1001", 3, TestName = "Rejects_a_list_without_end")]
    [TestCase("steps:\n\t- map: x\n", "SIM1001", 2, TestName = "Rejects_a_tab_as_indentation")]
    [TestCase("a: 1\nb: 2\na: 3\n", "SIM1002", 3, TestName = "Rejects_a_duplicate_key")]
    [TestCase("a: !!int 1\n", "SIM1003", 1, TestName = "Rejects_a_type_tag")]
    [TestCase("a: !system.diagnostics.process x\n", "SIM1003", 1, TestName = "Rejects_a_local_tag")]
    [TestCase("a: &x 1\n", "SIM1004", 1, TestName = "Rejects_an_anchor")]
    [TestCase("a: &x [1]\nb: *x\n", "SIM1004", 1, TestName = "Rejects_an_alias")]
    [TestCase("a: 1\n---\nb: 1\n", "SIM1006", 2, TestName = "Rejects_a_second_document")]
    [TestCase("", "SIM1006", 1, TestName = "Rejects_an_empty_file")]
    [TestCase("? [a, b]\n: 1\n", "SIM1008", 1, TestName = "Rejects_a_list_as_key")]
    public void Should_report(string text, string code, int line)
    {
        var findings = new DiagnosticBag();

        YamlReader.Read("x.yaml", text, findings);

        Assert.That(findings.Select(f => (f.Code.Id, f.Place.File, f.Place.Line)), Has.Member((code, "x.yaml", line)));
    }

    [Test]
    public void Should_name_the_line_of_the_other_key()
    {
        var findings = new DiagnosticBag();

        YamlReader.Read("x.yaml", "a: 1\nb: 2\na: 3\n", findings);

        Assert.That(findings.Single().ToString(), Is.EqualTo("x.yaml(3,1): error SIM1002: 'a' stands already at line 1."));
    }

    [Test]
    public void Should_say_that_a_tab_is_the_fault()
    {
        var findings = new DiagnosticBag();

        YamlReader.Read("x.yaml", "steps:\n\t- map: x\n", findings);

        Assert.That(findings.Single().Text, Does.Contain("tab"));
    }

    [Test]
    public void Should_refuse_a_file_over_the_limit_without_parsing_it()
    {
        var findings = new DiagnosticBag();

        var tree = YamlReader.Read("x.yaml", Encoding.UTF8.GetBytes("a: " + new string('x', 2_000_000)), findings);

        Assert.That(tree, Is.Null);
        Assert.That(findings.Single().Code, Is.EqualTo(SyntaxCodes.TooLarge));
    }

    [Test]
    public void Should_refuse_deep_nesting()
    {
        var findings = new DiagnosticBag();

        YamlReader.Read("x.yaml", "a: " + new string('[', 500) + new string(']', 500), findings);

        Assert.That(findings.Single().Code, Is.EqualTo(SyntaxCodes.TooLarge));
    }

    [Test]
    public void Should_refuse_bytes_that_are_not_utf8()
    {
        var findings = new DiagnosticBag();

        YamlReader.Read("x.yaml", (ReadOnlySpan<byte>)[(byte)'a', (byte)':', (byte)' ', 0xE9, 0x0A], findings);

        Assert.That(findings.Single().Code, Is.EqualTo(SyntaxCodes.NotText));
    }
}
