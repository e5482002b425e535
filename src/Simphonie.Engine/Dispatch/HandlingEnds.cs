using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Dispatch;

/// <summary>Ends a handling together with what of it has not left yet: expired, dropped or discarded, in one commit.</summary>
internal sealed class HandlingEnds(IJournal journal, Dispatcher dispatcher, Completions completions, Recents recents, TimeProvider time)
{
    /// <summary>Expires it: nothing is tried any more.</summary>
    public ValueTask<bool> ExpireAsync(HandlingRecord handling, CancellationToken cancellationToken) =>
        EndAsync(handling, new(HandlingState.Expired, DeliveryState.Expired, Diagnostic.Of(DispatchCodes.Expired, Place.Whole, DispatchCodes.Expired.Title), CaseEvents.Expired), cancellationToken);

    /// <summary>False when the handling had ended or changed meanwhile.</summary>
    public async ValueTask<bool> EndAsync(HandlingRecord handling, HandlingEnd end, CancellationToken cancellationToken)
    {
        if (HandlingProgress.HasEnded(handling.State) && handling.State != HandlingState.Released)
        {
            return false;
        }

        var now = time.GetUtcNow();
        var writes = new List<JournalWrite>(end.Before);
        foreach (var delivery in await journal.Reader.DeliveriesOfAsync(handling.Id, cancellationToken).ConfigureAwait(false))
        {
            if (delivery is { State: DeliveryState.Pending, ResendOf: null })
            {
                writes.Add(Causes.Update(delivery, end.Delivery, now, end.Cause));
            }
        }

        writes.Add(Causes.Update(handling, end.State, handling.Stage, now, end.Cause));
        if (end.Event is not null && await journal.Reader.MessageAsync(handling.Message, cancellationToken).ConfigureAwait(false) is { } message)
        {
            writes.Add(new JournalWrite.RaiseEvent(CaseEvents.Of(end.Event, message, handling, null, now)));
        }

        if (end.WorkItem is { } item)
        {
            writes.Add(new JournalWrite.OpenWorkItem(item));
        }

        var result = await journal.CommitAsync(writes, cancellationToken).ConfigureAwait(false);
        recents.Handlings.Take(handling.Id);
        if (result.Kind != CommitKind.Committed)
        {
            return false;
        }

        dispatcher.PublishAll(result.Promoted);
        completions.Changed(handling.Id);
        return true;
    }
}

/// <summary>How a handling is ended.</summary>
internal sealed record HandlingEnd(HandlingState State, DeliveryState Delivery, Diagnostic Cause, string? Event)
{
    /// <summary>Writes that come first in the commit: the id of a command.</summary>
    public IReadOnlyList<JournalWrite> Before { get; init; } = [];

    public WorkItemRecord? WorkItem { get; init; }
}
