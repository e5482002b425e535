using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Engine.Dispatch.Stages;
using Simphonie.Engine.Lots;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Dispatch;

/// <summary>Runs the next stage of a ready handling and commits it (C2).</summary>
internal sealed class HandlingWorker(
    IJournal journal,
    RouteBook book,
    StageLoader loader,
    StageRunner runner,
    StageWriter writer,
    HandlingEnds ends,
    GroupCloser groups,
    Dispatcher dispatcher,
    Completions completions,
    Recents recents,
    TimeProvider time)
{
    public async ValueTask RunAsync(long id, CancellationToken cancellationToken)
    {
        // A commit fails as a conflict when a delivery of an earlier stage ended meanwhile: the stage is decided again over what is so now.
        while ((recents.Handlings.Take(id) ?? await journal.Reader.HandlingAsync(id, cancellationToken).ConfigureAwait(false)) is { } handling)
        {
            if (handling.State != HandlingState.Ready
                ? await IsSettledAsync(id, handling, cancellationToken).ConfigureAwait(false)
                : await TryAsync(handling, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    // What memory has may be older than the journal: only the journal says that there is nothing to do.
    private async ValueTask<bool> IsSettledAsync(long id, HandlingRecord seen, CancellationToken cancellationToken)
    {
        var current = await journal.Reader.HandlingAsync(id, cancellationToken).ConfigureAwait(false);
        return current is null || current.Version == seen.Version || current.State != HandlingState.Ready;
    }

    private async ValueTask<bool> TryAsync(HandlingRecord handling, CancellationToken cancellationToken)
    {
        if (handling.ExpiresAt <= time.GetUtcNow())
        {
            return await ends.ExpireAsync(handling, cancellationToken).ConfigureAwait(false);
        }

        var message = recents.Messages.Peek(handling.Message)
            ?? await journal.Reader.MessageAsync(handling.Message, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidDataException($"Handling {handling.Id} has no message.");
        if (await book.FindAsync(handling.Revision, handling.Route, handling.RouteVersion, cancellationToken).ConfigureAwait(false) is not { } booked)
        {
            return await FailAsync(handling, message, true, DispatchCodes.RouteGone, cancellationToken).ConfigureAwait(false);
        }

        if (message.Payload is null)
        {
            return await FailAsync(handling, message, booked.Plan.HoldsOnDead, DispatchCodes.PayloadGone, cancellationToken).ConfigureAwait(false);
        }

        var course = recents.Courses.Take(handling.Id);
        using var loaded = await loader.LoadAsync(booked, handling, message, course?.Version == handling.Version ? course : null, cancellationToken).ConfigureAwait(false);
        var result = await RunAsync(loaded.Input, cancellationToken).ConfigureAwait(false);
        return result.End == StageEnd.Failed
            ? await FailAsync(handling, message, booked.Plan.HoldsOnDead, result.Cause!, result, cancellationToken).ConfigureAwait(false)
            : await CommitAsync(loaded, result, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a stage to its end, taking durable counts on the way where a limit asks for them.</summary>
    public async ValueTask<StageResult> RunAsync(StageInput input, CancellationToken cancellationToken)
    {
        using var execution = runner.Begin(input);
        while (true)
        {
            var result = execution.GoOn();
            if (result.End != StageEnd.MustCount)
            {
                return result;
            }

            var count = result.Count!;
            var now = time.GetUtcNow();
            var entry = new LedgerEntry(input.Message.Establishment, input.Message.World, count.Kind, count.Key, "", input.Message.Id, now);
            var counted = await journal.CommitAsync([new JournalWrite.CountLedger(entry, now - count.Per, count.Identity)], cancellationToken).ConfigureAwait(false);
            input.Ledger.SetCount(count.Step, counted.Counts[0]);
        }
    }

    private async ValueTask<bool> CommitAsync(LoadedStage loaded, StageResult result, CancellationToken cancellationToken)
    {
        var input = loaded.Input;
        var handling = input.Handling;
        var made = await writer.WritesAsync(input, result, -1, cancellationToken).ConfigureAwait(false);

        // A delivery that has ended since they were read has raised the handling's version: the commit then fails, and the stage is decided again.
        List<DeliveryRecord> deliveries = [.. loaded.Earlier, .. made.Deliveries];
        var progress = StageProgress.After(result, handling, input.Plan, deliveries);
        StageProgress.AddTo(made.Writes, progress, result, input, time.GetUtcNow());
        var committed = await journal.CommitAsync(made.Writes, cancellationToken).ConfigureAwait(false);
        if (committed.LiveIn != 0 || committed.FileKnown)
        {
            return await ends.EndAsync(handling, InvoiceInUse.End(handling, input.Message, committed, time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        }

        if (committed.Kind != CommitKind.Committed)
        {
            return false;
        }

        if (progress.State == HandlingState.Waiting)
        {
            recents.Keep(handling, progress.State, result.NextStage);
            if ((handling.Stage == 0 || loaded.Course is not null) && Course.After(loaded.Course, handling.Version + 1, result, deliveries) is { } course)
            {
                recents.Courses.Put(handling.Id, course);
            }
        }

        foreach (var delivery in made.Deliveries)
        {
            dispatcher.Publish(delivery.Key, delivery.Endpoint);
        }

        dispatcher.PublishAll(committed.Promoted);
        dispatcher.Announce(committed.Messages.Count > 0);
        dispatcher.Announce(committed.Lots);
        dispatcher.AnnounceReturns(result.Returns.Count > 0);
        if (result.Group is { } joined)
        {
            await groups.JoinedAsync(handling.Id, joined, cancellationToken).ConfigureAwait(false);
        }

        completions.Changed(handling.Id);
        return true;
    }

    private ValueTask<bool> FailAsync(HandlingRecord handling, MessageRecord message, bool hold, DiagnosticCode code, CancellationToken cancellationToken) =>
        FailAsync(handling, message, hold, Diagnostic.Of(code, Place.Whole, code.Title), null, cancellationToken);

    private async ValueTask<bool> FailAsync(HandlingRecord handling, MessageRecord message, bool hold, Diagnostic cause, StageResult? failed, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var writes = new List<JournalWrite>
        {
            Causes.Update(handling, hold ? HandlingState.Dead : HandlingState.Released, handling.Stage, now, cause, failed?.CauseStep),
            new JournalWrite.RaiseEvent(CaseEvents.Of(CaseEvents.Dead, message, handling, null, now)),
        };
        if (failed is not null)
        {
            writes.Add(StageWriter.Failed(handling, failed, -1, now));
        }

        var result = await journal.CommitAsync(writes, cancellationToken).ConfigureAwait(false);
        if (result.Kind != CommitKind.Committed)
        {
            return false;
        }

        dispatcher.PublishAll(result.Promoted);
        completions.Changed(handling.Id);
        return true;
    }
}
