using FsCheck;
using FsCheck.Fluent;
using Simphonie.Channels.Mail.Pop3;
using Simphonie.Channels.Mail.Smtp;

namespace Simphonie.Channels.Tests.Mail;

/// <summary>Transparency of SMTP (RFC 5321, 4.5.2) and of POP3 (RFC 1939, 3) is one rule: what one stuffs, the other takes out.</summary>
public sealed class When_lines_begin_with_a_dot
{
    [TestCase(".\r\n", "..\r\n")]
    [TestCase("a\r\n.b\r\n", "a\r\n..b\r\n")]
    [TestCase("a.\r\nb", "a.\r\nb\r\n")]
    public void Should_double_the_dot(string mail, string wire) =>
        Assert.That(System.Text.Encoding.ASCII.GetString(SmtpStuffing.Body(System.Text.Encoding.ASCII.GetBytes(mail)).Span), Is.EqualTo(wire));

    [Test]
    public void Should_come_out_as_it_went_in_however_it_is_cut()
    {
        var lines = Gen.Elements("", ".", "..", ".x", "x.", "\r.", "long line of text", ".\r").ListOf();
        var all = lines.SelectMany(mail => Gen.Choose(1, 7).Select(size => (Mail: mail, Size: size)));
        Prop.ForAll(all.ToArbitrary(), sample =>
        {
            var mail = System.Text.Encoding.ASCII.GetBytes(string.Concat(sample.Mail.Select(line => line + "\r\n")));
            byte[] wire = [.. mail.Length == 0 ? [] : SmtpStuffing.Body(mail).ToArray(), .. SmtpStuffing.End.Span];
            var reader = new DotReader(1000);
            var ended = false;
            for (var at = 0; at < wire.Length && !ended; at += sample.Size)
            {
                ended = reader.TryEnd(wire.AsSpan(at, Math.Min(sample.Size, wire.Length - at)), out _);
            }

            return ended && reader.Mail.Span.SequenceEqual(mail);
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Should_keep_no_more_than_the_limit()
    {
        var reader = new DotReader(10);
        Assert.That(reader.TryEnd("0123456789abcdef\r\n.\r\n"u8, out var taken), Is.True);
        Assert.That((reader.IsTooLarge, reader.Mail.Length <= 10, taken), Is.EqualTo((true, true, 21)));
    }
}
