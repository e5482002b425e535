using Simphonie.Core.Diagnostics;
using Simphonie.Simulators.Amo;
using Simphonie.Simulators.Amo.Configuration;
using Simphonie.Simulators.Tests.Cdri;

namespace Simphonie.Simulators.Tests.Amo;

public sealed class When_settings_are_read
{
    [Test]
    public void Should_read_the_sample_as_the_defaults()
    {
        var findings = new DiagnosticBag();

        Assert.That(AmoSettingsFile.Read(Path.Combine(CdriStand.Root(), "samples", "demo", "amo.yaml"), findings), Is.EqualTo(new AmoSettings()));
        Assert.That(findings, Is.Empty);
    }

    [TestCase("rejections_per_ten_thousand: 10001", 1)]
    [TestCase("rejections_per_ten_thousand: 6000\ndeferred_per_ten_thousand: 4001", 1)]
    [TestCase("partly_paid_percent: 101", 1)]
    [TestCase("refuse_lots: [{number: 1000, code: '5001'}]", 1)]
    [TestCase("refuse_lots: [{number: 7, code: '51'}]", 1)]
    [TestCase("seed: one", 1)]
    [TestCase("seed: 1\nrejection: 3", 2)]
    [TestCase("faults:\n  wrong_total: perhaps", 2)]
    [TestCase("faults:\n  wrong_totals: true", 2)]
    public void Should_name_the_line_of_what_is_wrong(string yaml, int line)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, Path.GetRandomFileName());
        File.WriteAllText(path, yaml);
        var findings = new DiagnosticBag();

        Assert.That(AmoSettingsFile.Read(path, findings), Is.Null);
        Assert.That(findings.Select(finding => (finding.Code, finding.Place.Line)), Is.EqualTo(new[] { (AmoCodes.Settings, line) }));
        File.Delete(path);
    }
}
