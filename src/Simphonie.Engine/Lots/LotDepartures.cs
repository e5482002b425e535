using Simphonie.Core.Journal;
using Simphonie.Core.Lots;

namespace Simphonie.Engine.Lots;

/// <summary>Follows files of lots on their way out: none leaves before its number is kept, and one that has arrived everywhere makes its lots sent.</summary>
internal sealed class LotDepartures(IJournalReader reader, LotGate? gate, LotEvents? events)
{
    /// <summary>False when a delivery of a lot's file may not leave now.</summary>
    public ValueTask<bool> MayLeaveAsync(CancellationToken cancellationToken) => gate?.MayLeaveAsync(cancellationToken) ?? new(true);

    /// <summary>Adds what follows when a handling of a lot's file is done: the lots are sent once no other handling of the file is under way or has failed.</summary>
    public async ValueTask AddSentAsync(List<JournalWrite> writes, HandlingRecord done, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var handlings = await reader.HandlingsOfAsync(done.Message, cancellationToken).ConfigureAwait(false);
        if (handlings.Any(other => other.Id != done.Id && other.ReplayOf is null && other.State is not (HandlingState.Done or HandlingState.Dropped)))
        {
            return;
        }

        foreach (var lot in await reader.Lots.LotsOfMessageAsync(done.Message, cancellationToken).ConfigureAwait(false))
        {
            if (lot.State == LotState.Closed)
            {
                writes.Add(new JournalWrite.MoveLot(lot.Id, lot.Version, LotState.Sent, now));
                writes.AddRange(events is null ? [] : await events.WritesAsync(LotEvents.Sent, lot, -1, now, cancellationToken).ConfigureAwait(false));
            }
        }
    }
}
