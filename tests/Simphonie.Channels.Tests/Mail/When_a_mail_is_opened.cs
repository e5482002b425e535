using System.IO.Compression;
using System.Text;
using Simphonie.Channels.Mail;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Tests.Mail;

/// <summary>What a mail holds, and every way in which it can be wrong. Envelopes are made and damaged with openssl's.</summary>
public sealed class When_a_mail_is_opened
{
    private const string Part = "Content-Type: application/EDI-consent\r\nContent-Description: IRISTEST/NOEMIE\r\nContent-Transfer-Encoding: base64\r\n\r\nTk9FTUlF\r\n";
    private SmimeKeys _keys = null!;

    [OneTimeSetUp]
    public async Task MakeKeys() => _keys = await SmimeKeys.MakeAsync();

    [OneTimeTearDown]
    public void RemoveKeys() => _keys.Dispose();

    [Test]
    public async Task Should_find_the_file_in_the_envelope_of_another_implementation()
    {
        var opened = Opener().Open(await _keys.EncryptAsync(Part, "ours", "-aes256"));
        Assert.That((opened.Fault, Text(opened), opened.Description), Is.EqualTo(((DiagnosticCode?)null, "NOEMIE", "IRISTEST/NOEMIE")));
    }

    [Test]
    public async Task Should_open_the_cipher_of_2012_too() =>
        Assert.That(Text(Opener().Open(await _keys.EncryptAsync(Part, "ours", "-des3"))), Is.EqualTo("NOEMIE"));

    [Test]
    public async Task Should_find_it_among_other_parts()
    {
        var mixed = $"Content-Type: multipart/mixed; boundary=\"b;1\"\r\n\r\npreamble\r\n--b;1\r\nContent-Type: text/plain\r\n\r\nBonjour\r\n--b;1\r\n{Part}\r\n--b;1--\r\nepilogue";
        Assert.That(Text(Opener().Open(await _keys.EncryptAsync(mixed, "ours", "-aes128"))), Is.EqualTo("NOEMIE"));
    }

    [Test]
    public async Task Should_unpack_what_is_compressed()
    {
        var packed = Packed("NOEMIE"u8.ToArray());
        var part = Part.Replace("NOEMIE", "NOEMIE/Z", StringComparison.Ordinal).Replace("Tk9FTUlF", Convert.ToBase64String(packed), StringComparison.Ordinal);
        Assert.That(Text(Opener().Open(await _keys.EncryptAsync(part, "ours", "-aes256"))), Is.EqualTo("NOEMIE"));
    }

    [Test]
    public async Task Should_stop_at_the_limit_of_a_compressed_part()
    {
        var bomb = Packed(new byte[50_000_000]);
        var part = Part.Replace("NOEMIE", "NOEMIE/Z", StringComparison.Ordinal).Replace("Tk9FTUlF", Convert.ToBase64String(bomb), StringComparison.Ordinal);
        Assert.That(Opener().Open(await _keys.EncryptAsync(part, "ours", "-aes256")).Fault, Is.EqualTo(MailCodes.TooLarge));
    }

    [Test]
    public async Task Should_say_that_it_is_for_another_certificate() =>
        Assert.That(Opener().Open(await _keys.EncryptAsync(Part, "theirs", "-aes256")).Fault, Is.EqualTo(MailCodes.NotForUs));

    [Test]
    public async Task Should_say_that_the_envelope_is_damaged()
    {
        var mail = await _keys.EncryptAsync(Part, "ours", "-aes256");
        var text = Encoding.ASCII.GetString(mail);
        var body = text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is var crlf and >= 0 ? crlf + 4 : text.IndexOf("\n\n", StringComparison.Ordinal) + 2;
        var der = Convert.FromBase64String(text[body..]);
        for (var at = der.Length - 40; at < der.Length; at++)
        {
            der[at] ^= 0x5a;
        }

        var opened = Opener().Open(Encoding.ASCII.GetBytes(text[..body] + Convert.ToBase64String(der) + "\r\n"));
        Assert.That(opened.Fault, Is.EqualTo(MailCodes.Tampered).Or.EqualTo(MailCodes.Malformed).Or.EqualTo(MailCodes.NoPart));
        Assert.That(opened.File.Length, Is.Zero);
    }

    [TestCase("Content-Type: text/plain\r\n\r\nBonjour", "SIM3540")]
    [TestCase("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + Part + "\r\n--b\r\n" + Part + "\r\n--b--", "SIM3541")]
    [TestCase("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + Part, "SIM3544")]
    [TestCase("Content-Type: multipart/mixed\r\n\r\n" + Part, "SIM3544")]
    [TestCase("no header at all", "SIM3544")]
    [TestCase("Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA", "SIM3543")]
    [TestCase("Content-Type: application/EDI-consent\r\nContent-Transfer-Encoding: base64\r\n\r\n*not base64*", "SIM3544")]
    [TestCase("Content-Type: application/EDI-consent\r\nContent-Description: X/Z\r\n\r\nnot gzip", "SIM3546")]
    public void Should_say_what_is_wrong(string mail, string code) =>
        Assert.That(new MailOpener(MailParts.Mailbox(MailParts.Plain(1))).Open(Encoding.ASCII.GetBytes(mail)).Fault?.Id, Is.EqualTo(code));

    [Test]
    public void Should_refuse_what_is_not_encrypted_where_the_channel_asks_for_it() =>
        Assert.That(Opener().Open(Encoding.ASCII.GetBytes(Part)).Fault, Is.EqualTo(MailCodes.NotEncrypted));

    [Test]
    public void Should_not_follow_parts_without_end()
    {
        var nested = string.Concat(Enumerable.Range(0, 100).Select(level => $"Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n"));
        var closed = nested + Part + string.Concat(Enumerable.Range(0, 100).Reverse().Select(level => $"\r\n--b{level}--"));
        Assert.That(new MailOpener(MailParts.Mailbox(MailParts.Plain(1))).Open(Encoding.ASCII.GetBytes(closed)).Fault, Is.EqualTo(MailCodes.Malformed));
    }

    private static string Text(OpenedMail opened) => Encoding.ASCII.GetString(opened.File.Span);

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private MailOpener Opener() => new(MailParts.Mailbox(MailParts.Plain(1), _keys.Ours()));
}
