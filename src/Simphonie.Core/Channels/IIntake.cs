namespace Simphonie.Core.Channels;

/// <summary>
/// The only door of the hub. Bounds the size, computes the duplicate key, appends to the journal; only when the returned task
/// has completed may the channel acknowledge. Cancelling stops waiting, not the commit: the message may have been kept.
/// Never throws for bad input; throws when the journal is broken, and then nothing may be acknowledged.
/// </summary>
public interface IIntake
{
    ValueTask<IntakeResult> ReceiveAsync(InboundMessage message, CancellationToken cancellationToken);
}
