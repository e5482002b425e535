using Simphonie.Channels.Directories;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Tests.Directories;

public sealed class When_a_directory_is_checked
{
    [TestCase("pattern", "a/*.hl7", "SIM3402")]
    [TestCase("archive", ".", "SIM3403")]
    [TestCase("archive", "error", "SIM3403")]
    public void Rejects_inbound(string key, string value, string code) => Assert.That(Codes(inbound: true, key, value), Is.EqualTo(new[] { code }));

    [TestCase("name", "{day}.hl7", "SIM3404")]
    [TestCase("name", "../{id}.hl7", "SIM3405")]
    public void Rejects_endpoint(string key, string value, string code) => Assert.That(Codes(inbound: false, key, value), Is.EqualTo(new[] { code }));

    [TestCase(true)]
    [TestCase(false)]
    public void Accepts_the_defaults(bool inbound) => Assert.That(Codes(inbound, "path", "/var/spool/files"), Is.Empty);

    private static IEnumerable<string> Codes(bool inbound, string key, string value)
    {
        var place = Place.InFile("hub.yaml", 5, 7);
        var entries = new List<KeyValuePair<string, Setting>> { new(key, new Setting.Scalar(value, place)) };
        if (key != "path")
        {
            entries.Add(new("path", new Setting.Scalar("/var/spool/files", place)));
        }

        var own = new Setting.Map(entries, place);
        var findings = new DiagnosticBag();
        new DirectoryChannelKind().Check(new ChannelSettings { Name = "files", Own = own, Entry = own, BaseDirectory = "/etc/simphonie" }, inbound, findings);
        Assert.That(findings, Has.All.Property(nameof(Diagnostic.Place)).EqualTo(place));
        return findings.Select(finding => finding.Code.Id);
    }
}
