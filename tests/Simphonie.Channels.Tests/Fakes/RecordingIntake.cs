using System.Collections.Concurrent;
using System.Text;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;

namespace Simphonie.Channels.Tests.Fakes;

/// <summary>An intake that answers what a test says, once the test lets it.</summary>
internal sealed class RecordingIntake : IIntake
{
    private static readonly DateTimeOffset s_received = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly ConcurrentQueue<string> _received = new();
    private readonly SemaphoreSlim _arrived = new(0);

    public IReadOnlyCollection<string> Received => _received;

    /// <summary>What the channel found about each message, in order.</summary>
    public ConcurrentQueue<IReadOnlyList<Diagnostic>> Findings { get; } = new();

    /// <summary>The first message of the identity, for duplicates.</summary>
    public long FirstId { get; set; }

    /// <summary>What to answer; the number is the count of messages before.</summary>
    public Func<int, IntakeDisposition> Answer { get; set; } = _ => IntakeDisposition.Accepted;

    /// <summary>When set, messages are committed only once it completes.</summary>
    public Task Commit { get; set; } = Task.CompletedTask;

    public long LimitBytes { get; set; } = long.MaxValue;

    public async ValueTask<IntakeResult> ReceiveAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var (text, tooLarge) = await ReadAsync(message, cancellationToken);
        var inspection = message.Inspector?.Inspect(message.Body.Span) ?? new Inspection { Readable = true };
        var number = _received.Count;
        _received.Enqueue(text);
        Findings.Enqueue(message.Findings);
        _arrived.Release();
        await Commit;
        var disposition = tooLarge ? IntakeDisposition.TooLarge : inspection.Readable ? Answer(number) : IntakeDisposition.Unreadable;
        return new() { Disposition = disposition, MessageId = number + 1, FirstId = FirstId, ReceivedAt = s_received, Inspection = inspection, Findings = inspection.Findings };
    }

    public async Task WaitForAsync(int count, CancellationToken cancellationToken)
    {
        for (; count > 0; count--)
        {
            await _arrived.WaitAsync(cancellationToken);
        }
    }

    private async Task<(string Text, bool TooLarge)> ReadAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (message.Stream is null)
        {
            return (Encoding.Latin1.GetString(message.Body.Span), false);
        }

        using var copy = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await message.Stream.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            copy.Write(buffer, 0, count);
            if (copy.Length > LimitBytes)
            {
                return (Encoding.Latin1.GetString(copy.ToArray()), true);
            }
        }

        return (Encoding.Latin1.GetString(copy.ToArray()), false);
    }
}
