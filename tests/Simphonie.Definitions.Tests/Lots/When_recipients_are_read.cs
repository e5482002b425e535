using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Hub;
using Simphonie.Definitions.Lots;
using Simphonie.Definitions.Syntax;
using Simphonie.Definitions.Tests.Hub;

namespace Simphonie.Definitions.Tests.Lots;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_recipients_are_read : IDisposable
{
    private const string Head = "regime;caisse;centre;regime_destinataire;organisme;centre_informatique;adresse\n";
    private const string Rows = Head + "# made up\n01;999;;01;999;100;a@example\n01;999;0042;01;998;100;\n02;;;02;999;100;b@example\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestCase("01", "999", "0001", "01999")]
    [TestCase("01", "999", "0042", "01998")]
    [TestCase("02", "777", "", "02999")]
    [TestCase("03", "999", "", null)]
    public void Should_find_the_nearest(string scheme, string fund, string centre, string? code) =>
        Assert.That(Read(Rows, "directory: caisses.csv\nwithin: 1 hour").Lots!.Recipients.For(scheme, fund, centre)?.Address.Code, Is.EqualTo(code));

    [Test]
    public void Should_send_all_to_the_paying_caisse_where_there_is_one()
    {
        var lots = Read(Rows, "directory: caisses.csv\nwithin: 1 hour\nrecipient: \"01998\"").Lots!;

        Assert.That(lots.Recipients.For("03", "123", "")!.Address.Code, Is.EqualTo("01998"));
    }

    [TestCase("hub", NumberOwner.Gap, NumberOwner.Hub)]
    [TestCase("gap", NumberOwner.Hub, NumberOwner.Gap)]
    public void Should_have_one_owner_of_numbers_for_each(string numbers, NumberOwner excepted, NumberOwner other)
    {
        var lots = Read(Rows, $"directory: caisses.csv\nwithin: 1 hour\nnumbers: {numbers}\nexcept: [\"01998\"]").Lots!;

        Assert.That((lots.Recipients.Find("01998")!.Owner, lots.Recipients.Find("01999")!.Owner), Is.EqualTo((excepted, other)));
    }

    [TestCase("regime;caisse\n", "SIM4721", 1, 1)]
    [TestCase(Head + "01;999;;01;999;100\n", "SIM4722", 2, 1)]
    [TestCase(Head + "1;999;;01;999;100;\n", "SIM4722", 2, 1)]
    [TestCase(Head + "01;999;;01;99;100;\n", "SIM4722", 2, 12)]
    [TestCase(Head + "01;999;;01;999;100;\n01;999;;01;998;100;\n", "SIM4723", 3, 1)]
    public void Should_find_each_fault_at_its_place(string csv, string code, int line, int column)
    {
        var finding = Read(csv, "directory: caisses.csv\nwithin: 1 hour").Findings.Single();

        Assert.That((finding.Code.Id, finding.Place.Line, finding.Place.Column), Is.EqualTo((code, line, column)));
    }

    [TestCase("directory: none.csv\nwithin: 1 hour", "SIM4720")]
    [TestCase("directory: caisses.csv\nwithin: 1 hour\nrecipient: \"01997\"", "SIM4724")]
    [TestCase("directory: caisses.csv\nwithin: 1 hour\nexcept: [\"09999\"]", "SIM4724")]
    [TestCase("directory: caisses.csv\nat: [\"25:00\"]", "SIM4725")]
    [TestCase("directory: caisses.csv", "SIM4726")]
    [TestCase("directory: caisses.csv\nwithin: 1 hour\nsender: {category: \"3555\"}", "SIM4727")]
    [TestCase("directory: caisses.csv\nwithin: 1 hour\nsender: {name: Hôpital}", "SIM4727")]
    public void Should_refuse(string section, string code) => Assert.That(Read(Rows, section).Findings.Select(finding => finding.Code.Id), Does.Contain(code));

    private (LotsDefinition? Lots, DiagnosticBag Findings) Read(string csv, string section)
    {
        _folder.Write("caisses.csv", csv);
        var findings = new DiagnosticBag();
        var yaml = HubText.Good + "\nlots:\n  " + section.Replace("\n", "\n  ", StringComparison.Ordinal) + "\n";
        var hub = new HubReader([new FakeKind("wire"), new FakeKind("outward", inbound: false)])
            .Read(Path.Combine(_folder.Path, "hub.yaml"), YamlReader.Read("hub.yaml", yaml, findings), SecretResolver.Unread(_folder.Path, findings), findings);
        return (hub?.Lots, findings);
    }
}
