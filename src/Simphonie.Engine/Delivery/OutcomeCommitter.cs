using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Lots;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Delivery;

/// <summary>Commits what an attempt came to: attempt, delivery, answer, handling, event and work item at once (C3).</summary>
internal sealed class OutcomeCommitter(IJournal journal, Dispatcher dispatcher, Completions completions, Recents recents, LotDepartures lots, TimeProvider time)
{
    /// <param name="handling">The handling.</param>
    /// <param name="delivery">Its delivery, as it was before the attempt.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="decision">What it comes to.</param>
    /// <param name="route">Its route; null when that is gone.</param>
    /// <param name="course">What the handling has behind it, where that is known; null to read the journal.</param>
    /// <param name="cancellationToken">Stops the reading, not the commit.</param>
    public async ValueTask CommitAsync(HandlingRecord handling, DeliveryRecord delivery, AttemptRecord attempt, DeliveryDecision decision, BookedRoute? route, Course? course, CancellationToken cancellationToken)
    {
        while (true)
        {
            var writes = Writes(delivery, attempt, decision);
            var state = await AddHandlingAsync(writes, handling, delivery, decision, route, course, cancellationToken).ConfigureAwait(false);
            var result = await journal.CommitAsync(writes, CancellationToken.None).ConfigureAwait(false);
            if (result.Kind == CommitKind.Committed)
            {
                Remember(handling, state, course?.After(delivery with { State = decision.State, NextAt = null, Attempts = decision.Attempts, Answer = decision.Answer }));
                dispatcher.PublishAll(result.Promoted);
                if (state == HandlingState.Ready)
                {
                    dispatcher.Publish(new HandlingCreated(handling.Id, HandlingState.Ready, handling.Lane, handling.Stage));
                }

                completions.Changed(handling.Id);
                return;
            }

            if (await journal.Reader.DeliveryAsync(delivery.Key, cancellationToken).ConfigureAwait(false) is not { State: DeliveryState.Pending or DeliveryState.Sending })
            {
                // Ended meanwhile by a command or by its expiry: what became of the attempt is still told.
                await journal.CommitAsync([new JournalWrite.InsertAttempt(attempt)], CancellationToken.None).ConfigureAwait(false);
                return;
            }

            course = null;
            recents.Handlings.Take(handling.Id);
            handling = await journal.Reader.HandlingAsync(handling.Id, cancellationToken).ConfigureAwait(false) ?? handling;
        }
    }

    private void Remember(HandlingRecord handling, HandlingState? state, Course? course)
    {
        if (state is HandlingState.Ready or HandlingState.Waiting)
        {
            recents.Keep(handling, state.Value, handling.Stage);
            if (course is not null)
            {
                recents.Courses.Put(handling.Id, course);
            }
        }
        else if (state is not null)
        {
            recents.Handlings.Take(handling.Id);
        }
    }

    public List<JournalWrite> Writes(DeliveryRecord delivery, AttemptRecord attempt, DeliveryDecision decision) =>
    [
        new JournalWrite.UpdateDelivery(delivery.Key, decision.State, decision.NextAt, decision.Attempts, time.GetUtcNow(), decision.Cause?.Code.Id, Causes.Place(decision.Cause, null), decision.Cause?.Text, decision.Answer),
        new JournalWrite.InsertAttempt(attempt),
    ];

    // Null when the handling is not touched: a retry changes nothing of it, a resend belongs to an ended one.
    private async ValueTask<HandlingState?> AddHandlingAsync(List<JournalWrite> writes, HandlingRecord handling, DeliveryRecord delivery, DeliveryDecision decision, BookedRoute? route, Course? course, CancellationToken cancellationToken)
    {
        if (decision.State == DeliveryState.Pending || delivery.ResendOf is not null || HandlingProgress.HasEnded(handling.State))
        {
            return null;
        }

        var plan = route?.Plan;
        var progress = decision.State == DeliveryState.Delivered && delivery.Kind == "call" && handling.State == HandlingState.Waiting && handling.Stage < plan?.StageCount
            ? new HandlingProgress(HandlingState.Ready, null)
            : HandlingProgress.Of(handling, plan?.StageCount ?? int.MaxValue, plan?.HoldsOnDead ?? true, await OthersAsync(delivery, decision, course, cancellationToken).ConfigureAwait(false));
        var cause = progress.Because?.Key == delivery.Key ? decision.Cause : null;
        var now = time.GetUtcNow();
        writes.Add(cause is null && progress.State == handling.State
            ? new JournalWrite.UpdateHandling(handling.Id, handling.Version, handling.State, handling.Stage, now, handling.CauseCode, handling.CausePlace, handling.CauseText)
            : Causes.Update(handling, progress.State, handling.Stage, now, cause, cause is null ? null : delivery.Endpoint));
        if (cause is not null)
        {
            await AddEventAsync(writes, handling, delivery, progress.State, cause, now, cancellationToken).ConfigureAwait(false);
        }

        if (progress.State == HandlingState.Done && plan is { CarriesLots: true })
        {
            await lots.AddSentAsync(writes, handling, now, cancellationToken).ConfigureAwait(false);
        }

        return progress.State;
    }

    private async ValueTask<IReadOnlyList<DeliveryRecord>> OthersAsync(DeliveryRecord delivery, DeliveryDecision decision, Course? course, CancellationToken cancellationToken)
    {
        var all = course?.Deliveries ?? await journal.Reader.DeliveriesOfAsync(delivery.Key.Handling, cancellationToken).ConfigureAwait(false);
        return [.. all.Select(other => other.Key == delivery.Key ? other with { State = decision.State } : other)];
    }

    private async ValueTask AddEventAsync(List<JournalWrite> writes, HandlingRecord handling, DeliveryRecord delivery, HandlingState state, Diagnostic cause, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await journal.Reader.MessageAsync(handling.Message, cancellationToken).ConfigureAwait(false) is not { } message)
        {
            return;
        }

        writes.Add(new JournalWrite.RaiseEvent(CaseEvents.Of(state == HandlingState.Unknown ? CaseEvents.Unknown : CaseEvents.Dead, message, handling, delivery.Key, now)));
        if (state == HandlingState.Unknown)
        {
            writes.Add(new JournalWrite.OpenWorkItem(UnknownWork.Item(handling, delivery, DeliveryCodes.OutcomeUnknown, now)));
        }
    }
}
