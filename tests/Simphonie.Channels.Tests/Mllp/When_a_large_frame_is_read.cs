using System.Text;
using Simphonie.Channels.Mllp;

namespace Simphonie.Channels.Tests.Mllp;

public sealed class When_a_large_frame_is_read
{
    /// <summary>Whatever way TCP splits the bytes, the body is the same and what follows the frame stays in the buffer.</summary>
    [Test]
    public async Task Should_give_the_same_body_for_any_split([Range(1, 9)] int piece)
    {
        const string body = "MSH|x\x1cy|\x1c\x1cz";
        var wire = Encoding.Latin1.GetBytes(body + "\x1c\r\vnext");
        using var buffer = new ReceiveBuffer();
        var at = 0;
        var stream = new LargeFrameStream(buffer, _ =>
        {
            var count = Math.Min(piece, wire.Length - at);
            wire.AsSpan(at, count).CopyTo(buffer.Room().Span);
            buffer.Received(count);
            at += count;
            return ValueTask.FromResult(count);
        });
        using var received = new MemoryStream();
        await stream.CopyToAsync(received);

        Assert.That(Encoding.Latin1.GetString(received.ToArray()), Is.EqualTo(body));
        while (at < wire.Length)
        {
            wire.AsSpan(at, 1).CopyTo(buffer.Room().Span);
            buffer.Received(1);
            at++;
        }

        Assert.That(Encoding.Latin1.GetString(buffer.Data.Span), Is.EqualTo("\vnext"));
    }

    [Test]
    public void Should_not_take_a_truncated_frame_for_a_whole_one()
    {
        using var buffer = new ReceiveBuffer();
        "MSH|"u8.CopyTo(buffer.Room().Span);
        buffer.Received(4);
        var stream = new LargeFrameStream(buffer, _ => ValueTask.FromResult(0));
        Assert.ThrowsAsync<EndOfStreamException>(() => stream.CopyToAsync(Stream.Null));
    }
}
