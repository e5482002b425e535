using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Simphonie.Channels.Mail;
using Simphonie.Channels.Mail.Profiles;
using Simphonie.Channels.Tests.Fakes;
using Simphonie.Channels.Tls;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Tests.Mail;

/// <summary>Out through Exim, in through Dovecot, envelopes opened by openssl.</summary>
public sealed class When_real_mail_servers_carry_it
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private MailServers _servers = null!;
    private SmimeKeys _keys = null!;

    [OneTimeSetUp]
    public async Task StartServers()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Assert.Ignore("Exim's daemon starts only as root, and the tests run as another user");
        }

        _keys = await SmimeKeys.MakeAsync();
        await _keys.IssueAsync("caisse", SmimeKeys.Address, serial: 7);
        File.Copy(_keys.At("caisse.pem"), Path.Combine(_keys.Recipients, "caisse.pem"));
        _servers = await MailServers.StartAsync();
    }

    [OneTimeTearDown]
    public async Task StopServers()
    {
        if (_servers is not null)
        {
            await _servers.DisposeAsync();
            _keys.Dispose();
        }
    }

    [Test]
    [Order(1)]
    public async Task Should_arrive_encrypted_for_the_caisse_and_be_opened_by_another_implementation()
    {
        await using var endpoint = MailParts.Endpoint(Server(_servers.Smtp), MailParts.Profile() with { CompressedSuffix = null }, _keys.Recipients);
        var frozen = endpoint.Freeze(new FreezeRequest("01HQ3Z8M5T7VWXK9B2C4D6E8F0", MailParts.Payload, MailParts.Now));
        var outcome = await endpoint.DeliverAsync(new DeliveryRequest(frozen.PeerIdentity, new InlinePayload(frozen.Body), 1, Patience), CancellationToken.None);
        Assert.That(outcome, Is.InstanceOf<DeliveryOutcome.Delivered>());

        var intake = new RecordingIntake();
        await ReadMailboxAsync(intake, MailParts.Mailbox(Server(_servers.Pop3)) with { ContentType = "none" });
        var mail = Encoding.Latin1.GetBytes(intake.Received.Single());
        var part = await _keys.DecryptAsync(mail, "caisse");
        Assert.That(part, Does.Contain("Content-Description: IRISTEST/B2\r\n"));
        Assert.That(Convert.FromBase64String(part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]), Is.EqualTo(MailParts.Payload));
        Assert.That(await _keys.DecryptAsync(mail, "caisse", "cms"), Is.EqualTo(part));
        Assert.That(Encoding.Latin1.GetString(mail), Does.Contain("Subject: IR100500/00000750000010/20260306115908").And.Contain("/00015\r\n"));
    }

    [Test]
    [Order(2)]
    public async Task Should_be_picked_up_and_deleted_only_after_the_commit()
    {
        File.Copy(_keys.At("ours.pem"), Path.Combine(_keys.Recipients, "ours.pem"));
        var profile = MailParts.Profile() with { To = MailTemplate.TryParse("boite@ch-exemple.fr")! };
        await using var endpoint = MailParts.Endpoint(Server(_servers.Smtp), profile, _keys.Recipients);
        var frozen = endpoint.Freeze(new FreezeRequest("01HQ3Z8M5T7VWXK9B2C4D6E8F1", MailParts.Payload, MailParts.Now));
        await endpoint.DeliverAsync(new DeliveryRequest(frozen.PeerIdentity, new InlinePayload(frozen.Body), 1, Patience), CancellationToken.None);

        var full = new RecordingIntake { Answer = _ => IntakeDisposition.Overloaded };
        await ReadMailboxAsync(full, MailParts.Mailbox(Server(_servers.Pop3), _keys.Ours()));
        var intake = new RecordingIntake();
        await ReadMailboxAsync(intake, MailParts.Mailbox(Server(_servers.Pop3), _keys.Ours()));
        await using var looking = new MailInbound(MailParts.Mailbox(Server(_servers.Pop3), _keys.Ours()), intake, TimeProvider.System, NullLoggerFactory.Instance);
        await looking.LookAsync();

        Assert.That(full.Received, Has.Count.EqualTo(1));
        Assert.That(intake.Received, Is.EqualTo(new[] { Encoding.Latin1.GetString(MailParts.Payload) }));
    }

    [TestCase("99999", typeof(DeliveryOutcome.Rejected), "SIM3512")]
    [TestCase("88888", typeof(DeliveryOutcome.Unavailable), "SIM3513")]
    public async Task Should_tell_what_the_server_said_of_the_recipient(string recipient, Type outcome, string code)
    {
        var profile = MailParts.Profile() with { To = MailTemplate.TryParse(recipient + "@exemple.fr")!, Cipher = EnvelopeCipher.None };
        await using var endpoint = MailParts.Endpoint(Server(_servers.Smtp), profile);
        var frozen = endpoint.Freeze(new FreezeRequest("A", MailParts.Payload, MailParts.Now));
        var given = await endpoint.DeliverAsync(new DeliveryRequest(frozen.PeerIdentity, new InlinePayload(frozen.Body), 1, Patience), CancellationToken.None);
        Assert.That(given, Is.InstanceOf(outcome));
        Assert.That((given as DeliveryOutcome.Rejected)?.Cause.Code.Id ?? (given as DeliveryOutcome.Unavailable)?.Cause.Code.Id, Is.EqualTo(code));
    }

    [Test]
    public async Task Should_wait_when_the_login_is_refused()
    {
        await using var endpoint = MailParts.Endpoint(Server(_servers.Smtp) with { Password = "wrong" }, MailParts.Profile() with { Cipher = EnvelopeCipher.None });
        var frozen = endpoint.Freeze(new FreezeRequest("A", MailParts.Payload, MailParts.Now));
        var given = await endpoint.DeliverAsync(new DeliveryRequest(frozen.PeerIdentity, new InlinePayload(frozen.Body), 1, Patience), CancellationToken.None);
        Assert.That((given as DeliveryOutcome.Unavailable)?.Cause.Code, Is.EqualTo(MailCodes.LoginRefused));
    }

    private static async Task ReadMailboxAsync(RecordingIntake intake, MailInboundSettings settings)
    {
        await using var channel = new MailInbound(settings, intake, TimeProvider.System, NullLoggerFactory.Instance);
        await channel.StartAsync(CancellationToken.None);
        using var patience = new CancellationTokenSource(Patience);
        await intake.WaitForAsync(1, patience.Token);
        await channel.StopAsync(patience.Token);
    }

    private MailServer Server(int port)
    {
        var findings = new DiagnosticBag();
        var material = TlsMaterial.Load(TlsSettings.Of(certificate: null, authorities: _servers.Certificate), TimeProvider.System, findings)!;
        return MailParts.Plain(port, "facturation") with { Security = MailSecurity.StartTls, Tls = TlsOptions.Client(material, "localhost") };
    }
}
