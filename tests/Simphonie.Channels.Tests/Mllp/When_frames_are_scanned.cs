using System.Text;
using Simphonie.Channels.Mllp;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Tests.Mllp;

public sealed class When_frames_are_scanned
{
    [TestCase("\vMSH\x1c\r", "Frame", "MSH", 6)]
    [TestCase("\r\n \vMSH\x1c\r", "Frame", "MSH", 9)]
    [TestCase("\vMSH\x1c\vMSH\x1c\r", "Frame", "MSH", 5, TestName = "end block without carriage return before the next start")]
    [TestCase("\vA\x1c" + "B\x1c\r", "Frame", "A\x1c" + "B", 6, TestName = "an end block byte inside the text is text")]
    [TestCase("\vMSH\r\vPID", "FrameWithoutEnd", "MSH\r", 5)]
    [TestCase("noise\vMSH", "Unframed", "noise", 5)]
    [TestCase("\vMSH", "Incomplete", "MSH", 0)]
    [TestCase("\vMSH\x1c", "Incomplete", "MSH\x1c", 0)]
    [TestCase("\r\n\r\n", "Incomplete", "", 4)]
    [TestCase("", "Incomplete", "", 0)]
    public void Should_find_the_next_frame(string received, string kind, string body, int consumed)
    {
        var bytes = Encoding.Latin1.GetBytes(received);
        var scan = FrameScanner.Scan(bytes);
        Assert.Multiple(() =>
        {
            Assert.That(scan.Kind.ToString(), Is.EqualTo(kind));
            Assert.That(Encoding.Latin1.GetString(bytes[scan.BodyStart..scan.BodyEnd]), Is.EqualTo(body));
            Assert.That(scan.Consumed, Is.EqualTo(consumed));
        });
    }

    [Test]
    public void Should_not_hold_more_than_the_inline_limit_in_memory()
    {
        var bytes = new byte[Payload.InlineLimit + 2];
        Array.Fill(bytes, (byte)'x');
        bytes[0] = 0x0B;
        Assert.That(FrameScanner.Scan(bytes).Kind, Is.EqualTo(FrameKind.Large));
    }

    [Test]
    public void Should_keep_endless_noise_in_pieces()
    {
        var bytes = new byte[Payload.InlineLimit];
        Array.Fill(bytes, (byte)'x');
        var scan = FrameScanner.Scan(bytes);
        Assert.That((scan.Kind, scan.Consumed), Is.EqualTo((FrameKind.Unframed, bytes.Length)));
    }
}
