using System.Security.Cryptography.X509Certificates;
using Simphonie.Channels.Mail;
using Simphonie.Channels.Mail.Certificates;
using Simphonie.Core.Channels;

namespace Simphonie.Channels.Tests.Mail;

public sealed class When_a_certificate_is_chosen
{
    private SmimeKeys _keys = null!;

    [OneTimeSetUp]
    public async Task MakeKeys()
    {
        _keys = await SmimeKeys.MakeAsync();
        await _keys.IssueAsync("old", SmimeKeys.Address, serial: 5, days: 10);
        await _keys.IssueAsync("new", SmimeKeys.Address, serial: 6, days: 10);
        await _keys.IssueAsync("newest", SmimeKeys.Address, serial: 300, days: 10);
        await _keys.IssueAsync("signing", SmimeKeys.Address, serial: 400, usage: "digitalSignature", days: 10);
        await _keys.IssueAsync("foreign", SmimeKeys.Address, serial: 500, days: 10, authority: null);
        await _keys.IssueAsync("short", SmimeKeys.Address, serial: 600, days: 1);
        await _keys.RevokeAsync("newest");
    }

    [OneTimeTearDown]
    public void RemoveKeys() => _keys.Dispose();

    [Test]
    public void Should_take_the_valid_one_with_the_highest_serial() =>
        Assert.That(Chosen(Rules(_keys.At("ca.crl")), DateTimeOffset.UtcNow.AddDays(2), "old", "new", "newest", "signing", "foreign", "short"), Is.EqualTo("06"));

    [Test]
    public void Should_take_one_that_is_not_revoked_yet() =>
        Assert.That(Chosen(Rules(null), DateTimeOffset.UtcNow.AddDays(2), "new", "newest"), Is.EqualTo("012C"));

    [TestCase("signing")]
    [TestCase("foreign")]
    [TestCase("newest")]
    public void Should_take_none_that_may_not_be_used(string name) =>
        Assert.That(Chosen(Rules(_keys.At("ca.crl")), DateTimeOffset.UtcNow.AddHours(1), name), Is.Null);

    [Test]
    public void Should_take_none_out_of_its_time()
    {
        Assert.That(Chosen(Rules(null), DateTimeOffset.UtcNow.AddDays(20), "new"), Is.Null);
        Assert.That(Chosen(Rules(null), DateTimeOffset.UtcNow.AddDays(-2), "new"), Is.Null);
    }

    [Test]
    public async Task Should_take_none_when_the_list_is_missing_old_or_of_others()
    {
        await File.WriteAllTextAsync(_keys.At("bad.crl"), "no list");
        Assert.That(Chosen(Rules(_keys.At("absent.crl")), DateTimeOffset.UtcNow.AddHours(1), "new"), Is.Null);
        Assert.That(Chosen(Rules(_keys.At("bad.crl")), DateTimeOffset.UtcNow.AddHours(1), "new"), Is.Null);
        var others = new CertificateRules([_keys.Certificate("ours")], _keys.At("ca.crl"));
        Assert.That(Chosen(others, DateTimeOffset.UtcNow.AddHours(1), "new"), Is.Null);
    }

    [Test]
    public void Should_freeze_nothing_without_one()
    {
        var none = MailParts.Endpoint(MailParts.Plain(1), MailParts.Profile(), _keys.Recipients);
        Assert.That(none.Freeze(new FreezeRequest("A", MailParts.Payload, MailParts.Now)).Refusal?.Code, Is.EqualTo(MailCodes.NoCertificate));

        File.Copy(_keys.At("signing.pem"), Path.Combine(_keys.Recipients, "signing.pem"), overwrite: true);
        Assert.That(none.Freeze(new FreezeRequest("A", MailParts.Payload, MailParts.Now)).Refusal?.Code, Is.EqualTo(MailCodes.CertificateUnusable));
        File.Delete(Path.Combine(_keys.Recipients, "signing.pem"));
    }

    [TestCase("")]
    [TestCase("MSH|^~\\&|not a file of records")]
    public void Should_freeze_nothing_of_another_kind(string payload)
    {
        var endpoint = MailParts.Endpoint(MailParts.Plain(1), MailParts.Profile(), _keys.Recipients);
        Assert.That(endpoint.Freeze(new FreezeRequest("A", System.Text.Encoding.ASCII.GetBytes(payload), MailParts.Now)).Refusal?.Code, Is.EqualTo(MailCodes.BodyUnreadable));
    }

    private CertificateRules Rules(string? revocations) => new([_keys.Certificate("ca")], revocations);

    private string? Chosen(CertificateRules rules, DateTimeOffset now, params string[] names) => rules.Choose([.. names.Select(_keys.Certificate)], now)?.SerialNumber;
}
