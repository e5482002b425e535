using Simphonie.Core.Journal;
using Simphonie.Engine.Delivery;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Dispatch.Stages;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Interactive;

/// <summary>
/// Carries an interactive handling on without queues: the attempt, then outcome and next stage in one commit (C3). What does not go straight
/// (a retry, an open circuit, a conflict) is left to the lanes and lines, as any handling.
/// </summary>
internal sealed class InteractiveDriver(
    IJournal journal,
    EndpointLines lines,
    DeliveryWorker deliveries,
    OutcomeCommitter outcomes,
    HandlingWorker worker,
    StageWriter writer,
    Dispatcher dispatcher,
    Completions completions,
    TimeProvider time)
{
    public async Task RunAsync(InteractiveHandling handling, CancellationToken cancellationToken)
    {
        while (handling.Call is { } call && lines.Find(call.Endpoint) is { } line && dispatcher.TryClaim(call.Key))
        {
            try
            {
                if (!await CallAsync(handling, call, line, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }
            }
            finally
            {
                dispatcher.Release(call.Key, call.Endpoint);
            }
        }
    }

    // True when the next call is to be made.
    private async ValueTask<bool> CallAsync(InteractiveHandling handling, DeliveryRecord call, EndpointLine line, CancellationToken cancellationToken)
    {
        var record = handling.Input.Handling;
        var route = new BookedRoute(handling.Plan, handling.Input.Schemas);
        if (!await deliveries.MayLeaveAsync(record, call, cancellationToken).ConfigureAwait(false)
            || await deliveries.AttemptAsync(line, call, route, record, cancellationToken).ConfigureAwait(false) is not var (attempt, decision))
        {
            return false;
        }

        var made = attempt.Record(call.Key, await deliveries.OrdinalAsync(call, CancellationToken.None).ConfigureAwait(false));
        if (decision.State == DeliveryState.Delivered && await AnswerAsync(handling, call, made, decision).ConfigureAwait(false))
        {
            return handling.Call is not null;
        }

        await outcomes.CommitAsync(record, call, made, decision, route, course: null, CancellationToken.None).ConfigureAwait(false);
        if (decision.NextAt is { } next)
        {
            line.WakeAt(next);
        }

        return false;
    }

    // False when it could not be committed in one: the lanes do it then in two.
    private async ValueTask<bool> AnswerAsync(InteractiveHandling handling, DeliveryRecord call, AttemptRecord attempt, DeliveryDecision decision)
    {
        var ready = handling.Input.Handling with { State = HandlingState.Ready };
        var input = handling.Input with { Handling = ready, Answer = decision.Answer, Ledger = handling.Input.Ledger.Anew() };
        var result = await worker.RunAsync(input, CancellationToken.None).ConfigureAwait(false);
        if (result.End == StageEnd.Failed)
        {
            return false;
        }

        var stage = await writer.WritesAsync(input, result, -1, CancellationToken.None).ConfigureAwait(false);
        var writes = outcomes.Writes(call, attempt, decision);
        writes.AddRange(stage.Writes);
        var before = await journal.Reader.DeliveriesOfAsync(handling.Id, CancellationToken.None).ConfigureAwait(false);
        var after = before.Select(other => other.Key == call.Key ? other with { State = DeliveryState.Delivered } : other);
        var progress = StageProgress.After(result, ready, handling.Plan, [.. after, .. stage.Deliveries]);
        StageProgress.AddTo(writes, progress, result, input, time.GetUtcNow());
        var committed = await journal.CommitAsync(writes, CancellationToken.None).ConfigureAwait(false);
        if (committed.Kind != CommitKind.Committed)
        {
            return false;
        }

        handling.Call = null;
        handling.Advance(result, ready with { State = progress.State, Stage = result.NextStage, Version = ready.Version + 1 }, decision.Answer);
        foreach (var delivery in stage.Deliveries)
        {
            if (delivery.Kind == "call" && result.End == StageEnd.Waits)
            {
                handling.Call = delivery;
            }
            else
            {
                dispatcher.Publish(delivery.Key, delivery.Endpoint);
            }
        }

        dispatcher.Announce(committed.Messages.Count > 0);
        completions.Changed(handling.Id);
        return true;
    }
}
