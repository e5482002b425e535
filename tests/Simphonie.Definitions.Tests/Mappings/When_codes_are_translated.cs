using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Mappings.Compilation;
using Simphonie.Definitions.Syntax;
using Simphonie.Definitions.Tests.Mappings.Support;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Tests.Mappings;

public sealed class When_codes_are_translated
{
    private const string Open = "tables:\n  sex: {M: male, F: female, else: unknown}\nmake:\n  - sender.sex: sender.sex.table('sex')\n";
    private const string Closed = "tables:\n  sex: {M: male, F: female}\nmake:\n  - sender.sex: sender.sex.table('sex')\n";

    [TestCase("M", "male")]
    [TestCase("F", "female")]
    [TestCase("X", "unknown")]
    public void Should_take_the_value_of_the_code_or_else(string code, string expected)
    {
        var result = MappingBench.Run(Open, MappingBench.Letter($"sender.sex={code}"));

        Assert.That(MappingBench.Leaves(result.Output), Is.EqualTo(new[] { $"Letter.sender[0].sex[0]={expected}" }));
    }

    [Test]
    public void Should_say_where_a_code_is_unknown_without_repeating_it()
    {
        var result = MappingBench.Run(Closed, MappingBench.Letter("sender.sex=QQ"));

        Assert.That(result.Output, Is.Null);
        Assert.That(result.Findings.Select(finding => finding.Code), Is.EqualTo(new[] { FhirPathCodes.UnknownCode }));
        Assert.That(result.Findings[0].Text, Does.Not.Contain("QQ"));
    }

    [Test]
    public void Should_read_lines_of_a_spreadsheet()
    {
        var findings = new DiagnosticBag();
        var table = CodeTableReader.Read("sex", YamlReader.Read("sex.table.yaml", "|\n  M;male\n  F ; female\n  else;unknown\n", findings)!, findings);

        Assert.That(findings, Is.Empty);
        Assert.That(table!.Codes, Is.EquivalentTo(new Dictionary<string, string> { ["M"] = "male", ["F"] = "female" }));
        Assert.That(table.Else, Is.EqualTo("unknown"));
    }

    [TestCase("|\n  M\n")]
    [TestCase("|\n  M;a\n  M;b\n")]
    [TestCase("{M: [a]}")]
    [TestCase("[M, F]")]
    public void Rejects_a_table_that_cannot_be_read(string text)
    {
        var findings = new DiagnosticBag();

        Assert.That(CodeTableReader.Read("t", YamlReader.Read("t.table.yaml", text, findings)!, findings), Is.Null);
        Assert.That(findings.Select(finding => finding.Code), Is.EqualTo(new[] { MappingCodes.BadTable }));
    }
}
