using System.IO.Compression;
using System.Text;
using Simphonie.Channels.Tests.Mail;
using Simphonie.Core.Messages;
using Simphonie.Core.Returns;

namespace Simphonie.Cli.Tests.BadInput.Billing;

/// <summary>What is wrong with mails, by the mailbox of a running hub: each is kept as it came with the code that says why, the mailbox is emptied, and the next good one is taken.</summary>
public sealed class When_bad_mails_come
{
    private const string Channel = "returns-mail";

    private SmimeKeys _keys = null!;
    private Pop3Box _box = null!;
    private BillingSite _site = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _keys = await SmimeKeys.MakeAsync();
        _box = new Pop3Box();
        _site = new BillingSite($"mail: {{connect: \"127.0.0.1:{_box.Port}\", security: none, user: x, password: x, poll_seconds: 1, descriptions: [IRISTEST/NOEMIE], decrypt: {{certificate: {_keys.At("ours.p12")}}}}}\n    limits: {{message_megabytes: 1}}");
        await _site.Site.StartAsync(CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        await _site.DisposeAsync();
        await _box.DisposeAsync();
        _keys.Dispose();
    }

    private static IEnumerable<TestCaseData> Wrong()
    {
        var part = Part(Answer.Paying("MAIL01").Blocks);
        yield return Case("no part of a flow", "Content-Type: text/plain\r\n\r\nBonjour\r\n", "ours", "SIM3540");
        yield return Case("a part of another flow", part.Replace("IRISTEST/NOEMIE", "IRISTEST/ARL", StringComparison.Ordinal), "ours", "SIM3540");
        yield return Case("two parts", $"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n{part}\r\n--b\r\n{part}\r\n--b--\r\n", "ours", "SIM3541");
        yield return Case("another recipient", part, "theirs", "SIM3542");
        yield return Case("no envelope", part, null, "SIM3547");
        yield return Case("a bomb of gzip", Part(Packed(new byte[50_000_000]), "IRISTEST/NOEMIE/Z"), "ours", "SIM3545");
        yield return Case("a compressed part that is none", Part("not gzip"u8.ToArray(), "IRISTEST/NOEMIE/Z"), "ours", "SIM3546");

        static TestCaseData Case(string name, string part, string? recipient, string code) => new TestCaseData(part, recipient, code).SetName($"Keeps a mail with {name}");
    }

    [TestCaseSource(nameof(Wrong))]
    [CancelAfter(20_000)]
    public async Task Mail(string part, string? recipient, string code, CancellationToken cancellationToken) =>
        await RefusesAsync(recipient is null ? Encoding.ASCII.GetBytes(part) : await _keys.EncryptAsync(part, recipient, "-aes256"), code, cancellationToken);

    [Test]
    [CancelAfter(20_000)]
    public async Task Should_keep_a_mail_whose_envelope_was_tampered_with(CancellationToken cancellationToken)
    {
        var text = Encoding.ASCII.GetString(await _keys.EncryptAsync(Part(Answer.Paying("MAIL02").Blocks), "ours", "-aes256"));
        var body = text.IndexOf("\n\n", StringComparison.Ordinal) + 2;
        var der = Convert.FromBase64String(text[body..]);
        der[^10] ^= 0x5a;
        await RefusesAsync(Encoding.ASCII.GetBytes(text[..body] + Convert.ToBase64String(der) + "\n"), null, cancellationToken);
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task Should_take_a_good_one_and_absorb_its_copy(CancellationToken cancellationToken)
    {
        var bytes = Answer.Paying("MAIL03").Blocks;
        var before = await _site.LastAsync(Channel, cancellationToken);
        _box.Put(await _keys.EncryptAsync(Part(bytes), "ours", "-aes256"));
        var message = await _site.NextAsync(Channel, before, cancellationToken);
        BillingSite.AssertKept(message, bytes);
        Assert.That((await _site.ReturnAsync(message.Id, cancellationToken)).Status, Is.EqualTo(ReturnStatus.Complete));

        _box.Put(await _keys.EncryptAsync(Part(bytes), "ours", "-aes256"));
        await UntilEmptyAsync(cancellationToken);
        Assert.That(await _site.StandingAsync(cancellationToken), Is.EqualTo((0, 0, 0L)), "nothing is known of its invoice: it waits, once");
    }

    private async Task RefusesAsync(byte[] mail, string? code, CancellationToken cancellationToken)
    {
        var before = await _site.LastAsync(Channel, cancellationToken);
        _box.Put(mail);
        var message = await _site.NextAsync(Channel, before, cancellationToken);

        Assert.That(message.State, Is.EqualTo(MessageState.Refused));
        Assert.That(message.Findings.Select(finding => finding.Code.Id), Has.Some.EqualTo(code ?? "SIM3543").Or.Some.EqualTo(code ?? "SIM3544"));
        await UntilEmptyAsync(cancellationToken);
    }

    private async Task UntilEmptyAsync(CancellationToken cancellationToken)
    {
        while (_box.Count > 0)
        {
            await _box.NextSessionAsync().WaitAsync(cancellationToken);
        }
    }

    private static string Part(byte[] file, string flow = "IRISTEST/NOEMIE") =>
        $"Content-Type: application/EDI-consent\r\nContent-Description: {flow}\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(file, Base64FormattingOptions.InsertLineBreaks)}\r\n";

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
