using Simphonie.Core.Messages;
using Simphonie.Definitions.Hub;
using Simphonie.Definitions.Routes;

namespace Simphonie.Definitions.Tests.Hub;

public sealed class When_hub_yaml_is_read
{
    [Test]
    public void Should_fill_in_every_default()
    {
        var (hub, findings) = HubText.Read(HubText.Good);

        Assert.That(findings, Is.Empty);
        Assert.Multiple(() =>
        {
            Assert.That(hub!.Hub, Is.EqualTo("ch-exemple"));
            Assert.That(hub.Establishment, Is.EqualTo(new EstablishmentDefinition("750000010", "CH Exemple")));
            Assert.That(hub.World, Is.EqualTo(World.Test));
            Assert.That(hub.Journal, Is.EqualTo(new JournalDefinition("journal.db", 90, 5)));
            Assert.That(hub.Duplicates, Is.EqualTo(new DuplicatesDefinition(TimeSpan.FromDays(7), RefuseConflicts: true)));
            Assert.That(hub.Transport, Is.EqualTo("embedded"));
            Assert.That(hub.Definitions.Production, Is.False);
            Assert.That(hub.Definitions.From, Is.EqualTo(new[] { Repository.Root }));
            Assert.That(hub.Disk.Low, Is.GreaterThan(hub.Disk.Lower));
            Assert.That(hub.Http, Is.Null);
        });
    }

    [Test]
    public void Should_give_each_channel_its_kind_settings_and_shared_keys()
    {
        var hub = HubText.Read(HubText.Good).Hub!;

        var inbound = hub.Inbound.Single();
        var endpoint = hub.Endpoints.Single();
        Assert.Multiple(() =>
        {
            Assert.That((inbound.Name, inbound.Kind.Name, inbound.Format), Is.EqualTo(("gap-adt", "wire", "hl7v2/pam-fr@2.11")));
            Assert.That(inbound.Settings.Own.Text("speed"), Is.EqualTo("5"), "the kind's own default");
            Assert.That(inbound.MessageBytes, Is.EqualTo(20 * 1024 * 1024));
            Assert.That(inbound.AcknowledgeValidated, Is.False);
            Assert.That(inbound.Settings.BaseDirectory, Is.EqualTo(Repository.Root));
            Assert.That((endpoint.RepeatSafe, endpoint.InFlight), Is.EqualTo((true, 8)));
        });
    }

    [Test]
    public void Should_tell_routes_what_they_may_name()
    {
        var site = SiteNames.Of(HubText.Read(HubText.Good).Hub!);

        Assert.That(site.Inbound, Is.EqualTo(new Dictionary<string, string?> { ["gap-adt"] = "hl7v2/pam-fr@2.11" }));
        Assert.That(site.Endpoints["gap-return"]!.Format, Is.EqualTo("hl7v2"));
    }
}
