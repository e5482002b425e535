using Simphonie.Core.Declarations;
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

    [Test]
    public void Should_read_the_mail_door_by_the_fields_of_the_mail_channel_with_its_secrets()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, Path.GetRandomFileName());
        File.WriteAllText(path, """
            mail:
              mailbox: {connect: "localhost:995", user: caisse, password: "${env:P}", accept_plain: true}
              answers: {connect: "localhost:465", from: caisse@rss.example, to: hopital@ch.example}
            """);
        var findings = new DiagnosticBag();
        Setting Resolve(Setting setting) => setting switch
        {
            Setting.Map map => map with { Entries = [.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Resolve(entry.Value)))] },
            Setting.Scalar { Text: "${env:P}" } scalar => scalar with { Text = "secret" },
            _ => setting,
        };

        var mail = AmoSettingsFile.Read(path, findings, Resolve)?.Mail;
        Assert.That(findings, Is.Empty);
        Assert.That((mail!.Mailbox.Own.Text("password"), mail.Answers.Own.Text("to")), Is.EqualTo(("secret", "hopital@ch.example")));
        File.Delete(path);
    }

    [TestCase("rejections_per_ten_thousand: 10001", 1)]
    [TestCase("rejections_per_ten_thousand: 6000\ndeferred_per_ten_thousand: 4001", 1)]
    [TestCase("partly_paid_percent: 101", 1)]
    [TestCase("refuse_lots: [{number: 1000, code: '5001'}]", 1)]
    [TestCase("refuse_lots: [{number: 7, code: '51'}]", 1)]
    [TestCase("mail: {mailbox: {}}", 1)]
    [TestCase("mail:\n  mailbox: {}\n  answers: {}\n  answer: {}", 4)]
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
        Assert.That(findings.Select(finding => (finding.Code, finding.Place.Line)), Does.Contain((AmoCodes.Settings, line)));
        File.Delete(path);
    }
}
