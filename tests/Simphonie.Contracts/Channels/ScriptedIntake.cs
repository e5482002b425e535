using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;

namespace Simphonie.Contracts.Channels;

/// <summary>An intake that commits when a test lets it and answers what the test says.</summary>
public sealed class ScriptedIntake : IIntake
{
    private static readonly DiagnosticCode Refused = new("SIM9998", Severity.Error, "The test's intake refuses.", "Nothing is to be done.");

    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<InboundMessage> _received = [];

    /// <summary>Completes at the first message.</summary>
    public Task Arrived => _arrived.Task;

    /// <summary>Messages are committed once it completes; when it faults, the journal is broken.</summary>
    public Task Commit { get; set; } = Task.CompletedTask;

    public IntakeDisposition Disposition { get; set; } = IntakeDisposition.Accepted;

    /// <summary>Bytes of each message, read while intake had it.</summary>
    public List<byte[]> Bodies { get; } = [];

    public IReadOnlyList<InboundMessage> Received => _received;

    /// <summary>As the hub's intake does, whatever is not kept as it came is told with a finding; 207 of HL7 table 0357 for what it has no room for.</summary>
    private IReadOnlyList<Diagnostic> Findings => Disposition switch
    {
        IntakeDisposition.Accepted or IntakeDisposition.Duplicate => [],
        IntakeDisposition.Overloaded or IntakeDisposition.TooLarge => [Diagnostic.Of(Refused, Place.Whole, "there is no room for the message", "207")],
        _ => [Diagnostic.Of(Refused, Place.Whole, "the message was refused", "100")],
    };

    public async ValueTask<IntakeResult> ReceiveAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        if (message.Stream is { } stream)
        {
            await stream.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            copy.Write(message.Body.Span);
        }

        Bodies.Add(copy.ToArray());
        _received.Add(message);
        _arrived.TrySetResult();
        await Commit.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new() { Disposition = Disposition, MessageId = _received.Count, Inspection = new Inspection { Readable = true }, Findings = Findings };
    }
}
