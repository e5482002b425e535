using FsCheck;
using FsCheck.Fluent;
using Simphonie.Channels.Mllp;

namespace Simphonie.Channels.Tests.Mllp;

/// <summary>Whatever messages are sent and however TCP splits them, the same messages come out, through the scanner and through the stream of large ones.</summary>
public sealed class When_frames_are_split
{
    [Test]
    public void Should_give_the_messages_that_were_sent() => Prop.ForAll(ArbMap.Default.ArbFor<byte[][]>(), ArbMap.Default.ArbFor<byte[]>(), (texts, splits) =>
    {
        var messages = texts.Select(Body).ToArray();
        return Equal(Scanned(messages, splits), messages) && Equal(Streamed(messages, splits), messages);
    }).QuickCheckThrowOnFailure();

    /// <summary>Any bytes but the two that frame.</summary>
    private static byte[] Body(byte[]? text) => [.. (text ?? []).Where(one => one is not (0x0B or 0x1C))];

    private static List<byte[]> Scanned(byte[][] messages, byte[] splits)
    {
        using var wire = new Wire(messages, splits);
        var found = new List<byte[]>();
        while (true)
        {
            var scan = FrameScanner.Scan(wire.Buffer.Data.Span);
            if (scan.Kind == FrameKind.Frame)
            {
                found.Add(wire.Buffer.Data[scan.BodyStart..scan.BodyEnd].ToArray());
            }

            wire.Buffer.Consume(scan.Consumed);
            if (scan.Kind != FrameKind.Frame && wire.Receive() == 0)
            {
                return found;
            }
        }
    }

    private static List<byte[]> Streamed(byte[][] messages, byte[] splits)
    {
        using var wire = new Wire(messages, splits);
        var found = new List<byte[]>();
        while (found.Count < messages.Length)
        {
            while (wire.Buffer.Length == 0)
            {
                wire.Receive();
            }

            wire.Buffer.Consume(1); // the start block
            using var body = new MemoryStream();
            new LargeFrameStream(wire.Buffer, _ => ValueTask.FromResult(wire.Receive())).CopyToAsync(body).GetAwaiter().GetResult();
            found.Add(body.ToArray());
        }

        return found;
    }

    private static bool Equal(List<byte[]> found, byte[][] sent) => found.Count == sent.Length && found.Zip(sent).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    /// <summary>The frames of the messages, received in pieces of the given sizes, then of 7 bytes.</summary>
    private sealed class Wire(byte[][] messages, byte[] splits) : IDisposable
    {
        private readonly byte[] _bytes = [.. messages.SelectMany(message => (byte[])[0x0B, .. message, 0x1C, 0x0D])];
        private int _at;
        private int _piece;

        public ReceiveBuffer Buffer { get; } = new();

        public int Receive()
        {
            var size = _piece < splits.Length ? Math.Max(1, (int)splits[_piece++]) : 7;
            var count = Math.Min(size, _bytes.Length - _at);
            _bytes.AsSpan(_at, count).CopyTo(Buffer.Room().Span);
            Buffer.Received(count);
            _at += count;
            return count;
        }

        public void Dispose() => Buffer.Dispose();
    }
}
