using Simphonie.Core.Messages;

namespace Simphonie.Channels.Mllp;

/// <summary>What a look at the received bytes found.</summary>
internal enum FrameKind
{
    /// <summary>Nothing complete yet.</summary>
    Incomplete,

    /// <summary>A message between its blocks.</summary>
    Frame,

    /// <summary>A message whose end block is missing, cut off by the start of the next.</summary>
    FrameWithoutEnd,

    /// <summary>Bytes that belong to no frame.</summary>
    Unframed,

    /// <summary>A frame that has begun and is larger than what is held in memory.</summary>
    Large,
}

/// <summary>
/// One result: the body is <c>[BodyStart, BodyEnd)</c> of what was looked at, and <c>Consumed</c> bytes are dealt with once it is.
/// For <see cref="FrameKind.Incomplete"/>, <c>Consumed</c> are bytes between frames that mean nothing; for <see cref="FrameKind.Large"/> they are those before the body.
/// </summary>
internal readonly record struct FrameScan(FrameKind Kind, int BodyStart, int BodyEnd, int Consumed);

/// <summary>Finds the next frame in received bytes; pure, whatever way TCP has split them.</summary>
internal static class FrameScanner
{
    public static FrameScan Scan(ReadOnlySpan<byte> bytes)
    {
        var start = SkipBetweenFrames(bytes);
        if (start == bytes.Length)
        {
            return new(FrameKind.Incomplete, start, start, start);
        }

        return bytes[start] == MllpBytes.StartBlock ? ScanFrame(bytes, start) : ScanUnframed(bytes, start);
    }

    private static FrameScan ScanFrame(ReadOnlySpan<byte> bytes, int start)
    {
        var body = start + 1;
        var from = body;
        while (true)
        {
            var found = bytes[from..].IndexOfAny(MllpBytes.StartBlock, MllpBytes.EndBlock);
            if (found < 0)
            {
                return Unfinished(bytes, start);
            }

            var at = from + found;
            if (bytes[at] == MllpBytes.StartBlock)
            {
                return new(FrameKind.FrameWithoutEnd, body, at, at);
            }

            if (at + 1 == bytes.Length)
            {
                return Unfinished(bytes, start);
            }

            switch (bytes[at + 1])
            {
                case MllpBytes.CarriageReturn:
                    return new(FrameKind.Frame, body, at, at + 2);
                case MllpBytes.StartBlock:
                    // Some senders leave out the carriage return; the next start block says as much.
                    return new(FrameKind.Frame, body, at, at + 1);
                default:
                    from = at + 1;
                    break;
            }
        }
    }

    private static FrameScan Unfinished(ReadOnlySpan<byte> bytes, int start) =>
        bytes.Length - start > Payload.InlineLimit
            ? new(FrameKind.Large, start + 1, bytes.Length, start + 1)
            : new(FrameKind.Incomplete, start + 1, bytes.Length, start);

    private static FrameScan ScanUnframed(ReadOnlySpan<byte> bytes, int start)
    {
        var next = bytes[start..].IndexOf(MllpBytes.StartBlock);
        if (next >= 0)
        {
            return new(FrameKind.Unframed, start, start + next, start + next);
        }

        return bytes.Length - start >= Payload.InlineLimit
            ? new(FrameKind.Unframed, start, bytes.Length, bytes.Length)
            : new(FrameKind.Incomplete, start, bytes.Length, start);
    }

    /// <summary>Line ends, blanks and zeros between frames are what careless senders write; they mean nothing.</summary>
    private static int SkipBetweenFrames(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.IndexOfAnyExcept("\r\n \0"u8);
        return at < 0 ? bytes.Length : at;
    }
}
