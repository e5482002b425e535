using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Dispatch.Plans;
using Simphonie.Engine.Dispatch.Stages;
using Simphonie.Engine.Intake;

namespace Simphonie.Engine.Interactive;

/// <summary>
/// Begins an interactive call: selects the route that answers, runs its first stage, and commits the message and the stage at once (C1 with C2).
/// </summary>
internal sealed class InteractiveStart(
    IJournal journal,
    ActiveDefinitions definitions,
    IReadOnlyDictionary<string, IFormat> formats,
    RouteSelector selector,
    HandlingWorker worker,
    StageWriter writer,
    Dispatcher dispatcher,
    Recents recents,
    Func<MessageRecord, LedgerReads> reads,
    EngineClock clock,
    TimeProvider time)
{
    /// <summary>Null when no route answers in line.</summary>
    public async ValueTask<InteractiveBegun?> BeginAsync(Examined examined, bool once, CancellationToken cancellationToken)
    {
        var snapshot = definitions.InForce;
        var message = Provisional(examined.Append, snapshot.Revision);
        var open = new OpenMessage(message, formats, snapshot.Schemas);
        if (selector.Select(message, () => open.Document, snapshot, interactive: true, clock.Next) is not [var match, ..])
        {
            open.Dispose();
            return null;
        }

        var others = selector.Select(message, () => open.Document, snapshot, interactive: false, clock.Next);
        var documents = new DocumentSet();
        documents.Add("message", () => open.Document);
        var input = new StageInput
        {
            Plan = RoutePlan.Of(match.Route),
            Schemas = snapshot.Schemas,
            Handling = Provisional(match.Insert),
            Message = message,
            Documents = documents,
            Ledger = reads(message),
        };
        var result = await worker.RunAsync(input, cancellationToken).ConfigureAwait(false);
        return await CommitAsync(new(examined.Append with { State = MessageState.Routed }, once), new(input.Plan, input, open), match, others, result).ConfigureAwait(false);
    }

    private async ValueTask<InteractiveBegun> CommitAsync(JournalWrite.Append append, InteractiveHandling handling, RouteMatch match, List<RouteMatch> others, StageResult result)
    {
        var failed = result.End == StageEnd.Failed;
        var insert = match.Insert with { StartedAtStage = failed ? 0 : result.NextStage };
        var writes = new List<JournalWrite>
        {
            append,
            new JournalWrite.InsertHandling(insert, 0),
        };
        var made = failed ? null : await writer.WritesAsync(handling.Input, result, 0, CancellationToken.None).ConfigureAwait(false);
        writes.AddRange(made?.Writes ?? [StageWriter.Failed(handling.Input.Handling, result, 0, time.GetUtcNow())]);
        foreach (var other in others)
        {
            writes.Add(new JournalWrite.InsertHandling(other.Insert, 0));
        }

        // The caller may hang up, which cancels nothing: the commit is waited for.
        var committed = await journal.CommitAsync(writes, CancellationToken.None).ConfigureAwait(false);
        if (committed.Kind != CommitKind.Committed)
        {
            return new(handling, 0, null) { Known = committed.Known };
        }

        dispatcher.PublishAll(committed.Handlings);
        recents.Keys.Put(committed.Messages[0], append.Message.Keys);
        var id = committed.Handlings[0].Id;
        var message = handling.Input.Message with { Id = committed.Messages[0] };
        var record = handling.Input.Handling with { Id = id, Message = message.Id, State = HandlingState.Waiting, Stage = insert.StartedAtStage.Value };
        handling.Input = handling.Input with { Message = message };
        handling.Advance(result, record, null);
        if (failed)
        {
            await EndAsync(record, HandlingState.Released, result.Cause, result.CauseStep).ConfigureAwait(false);
            return new(handling, message.Id, result.Cause);
        }

        foreach (var delivery in made!.Deliveries)
        {
            var known = delivery with { Key = delivery.Key with { Handling = id } };
            if (known.Kind == "call" && result.End == StageEnd.Waits)
            {
                handling.Call = known;
            }
            else
            {
                dispatcher.Publish(known.Key, known.Endpoint);
            }
        }

        if (made.Deliveries.Count == 0 && result.End is StageEnd.Finished or StageEnd.Dropped)
        {
            await EndAsync(record, result.End == StageEnd.Dropped ? HandlingState.Dropped : HandlingState.Done, result.Cause, result.CauseStep).ConfigureAwait(false);
        }

        return new(handling, message.Id, handling.Answer is null ? result.Cause : null);
    }

    private async ValueTask EndAsync(HandlingRecord handling, HandlingState state, Diagnostic? cause, string? step) =>
        await journal.CommitAsync([Causes.Update(handling, state, handling.Stage, time.GetUtcNow(), cause, step)], CancellationToken.None).ConfigureAwait(false);

    private static MessageRecord Provisional(MessageAppend append, string revision) => new()
    {
        Id = 0,
        Establishment = append.Establishment,
        Channel = append.Channel,
        Format = append.Format,
        Schema = append.Schema,
        World = append.World,
        ReceivedAt = append.ReceivedAt,
        State = MessageState.Routed,
        Type = append.Type,
        ControlId = append.ControlId,
        DuplicateKey = append.DuplicateKey,
        Correlation = append.Correlation,
        Revision = revision,
        Findings = append.Findings,
        Payload = append.Payload,
    };

    private static HandlingRecord Provisional(HandlingInsert insert) => new()
    {
        Id = 0,
        Message = 0,
        Establishment = insert.Establishment,
        Route = insert.Route,
        RouteVersion = insert.RouteVersion,
        Revision = insert.Revision,
        Key = insert.Key ?? "",
        Lane = insert.Lane,
        State = HandlingState.Ready,
        Stage = 0,
        Version = 0,
        Now = insert.Now,
        BusinessDate = insert.BusinessDate,
        ExpiresAt = insert.ExpiresAt,
        Subjects = insert.Subjects,
    };
}

/// <summary>An interactive call that has been committed; <paramref name="Cause"/> says why it ended at once without an answer.</summary>
internal sealed record InteractiveBegun(InteractiveHandling Handling, long Message, Diagnostic? Cause)
{
    /// <summary>The accepted message of the same identity, because of which nothing was begun; 0 when it was.</summary>
    public long Known { get; init; }
}
