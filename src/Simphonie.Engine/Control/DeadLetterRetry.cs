using Simphonie.Core.Journal;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Control;

/// <summary>Opens a dead letter again: what failed of it is sent again as it was frozen, or the stage that failed is run again.</summary>
internal sealed class DeadLetterRetry(IJournal journal, RouteBook book, ActiveDefinitions definitions, Dispatcher dispatcher, TimeProvider time)
{
    /// <summary>Under the definitions that the handling was made with.</summary>
    public async ValueTask<CommitResult> RunAsync(JournalWrite command, HandlingRecord dead, CancellationToken cancellationToken) =>
        await RunAsync(command, dead, await OwnAsync(dead, cancellationToken).ConfigureAwait(false), null, cancellationToken).ConfigureAwait(false);

    /// <summary>Under the definitions in force, which the handling records; null when their route cannot go on where the handling stands.</summary>
    public async ValueTask<CommitResult?> RunUnderCurrentAsync(JournalWrite command, HandlingRecord dead, CancellationToken cancellationToken)
    {
        var revision = definitions.InForce.Revision;
        if (await book.InForceAsync(dead, revision, cancellationToken).ConfigureAwait(false) is not { } current)
        {
            return null;
        }

        var own = await OwnAsync(dead, cancellationToken).ConfigureAwait(false);
        return dead.Stage == 0 || (own is not null && own.Plan.WaitsAlike(current.Plan, dead.Stage))
            ? await RunAsync(command, dead, current, new(revision, current.Plan.Route.Version), cancellationToken).ConfigureAwait(false)
            : null;
    }

    private ValueTask<BookedRoute?> OwnAsync(HandlingRecord dead, CancellationToken cancellationToken) =>
        book.FindAsync(dead.Revision, dead.Route, dead.RouteVersion, cancellationToken);

    private async ValueTask<CommitResult> RunAsync(JournalWrite command, HandlingRecord dead, BookedRoute? route, HandlingRevision? under, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var writes = new List<JournalWrite> { command };
        var after = new List<DeliveryRecord>();
        foreach (var delivery in await journal.Reader.DeliveriesOfAsync(dead.Id, cancellationToken).ConfigureAwait(false))
        {
            var failed = delivery is { ResendOf: null, State: DeliveryState.Dead or DeliveryState.Rejected or DeliveryState.Unknown };
            after.Add(failed ? delivery with { State = DeliveryState.Pending } : delivery);
            if (failed)
            {
                // The attempts made count for the retries of before: it gets a full round of new ones.
                writes.Add(new JournalWrite.ReopenDelivery(delivery.Key, now));
                writes.Add(new JournalWrite.UpdateDelivery(delivery.Key, DeliveryState.Pending, now, 0, now, delivery.CauseCode, delivery.CausePlace, delivery.CauseText));
            }
        }

        var state = writes.Count == 1
            ? HandlingState.Ready
            : HandlingProgress.Of(dead with { State = HandlingState.Waiting }, route?.Plan.StageCount ?? int.MaxValue, true, after).State;
        writes.Add(Causes.Update(dead, state, dead.Stage, now) with { Under = under });
        var result = await journal.CommitAsync(writes, cancellationToken).ConfigureAwait(false);
        if (result.Kind == CommitKind.Committed)
        {
            dispatcher.Publish(new HandlingCreated(dead.Id, state, dead.Lane, dead.Stage));
            foreach (var reopened in after.Where(static delivery => delivery.State == DeliveryState.Pending))
            {
                dispatcher.Publish(reopened.Key, reopened.Endpoint);
            }
        }

        return result;
    }
}
