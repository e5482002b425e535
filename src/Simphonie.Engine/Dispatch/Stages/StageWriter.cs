using Simphonie.Core.Channels;
using Simphonie.Core.Formats;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Engine.Intake;
using Simphonie.Engine.Lots;
using Simphonie.Engine.Policies;
using Simphonie.Engine.Processes;

namespace Simphonie.Engine.Dispatch.Stages;

/// <summary>Turns what a stage gave into the writes of its one commit (C2). Large documents are made durable first.</summary>
internal sealed class StageWriter(IContentStore content, IntakeChannels channels, CaseBook cases, TimeProvider time)
{
    /// <param name="input">What the stage was run over.</param>
    /// <param name="result">What it gave; not a failure.</param>
    /// <param name="ofHandling">Index of the handling's own insert within the same commit, whose first append is its message; -1 when the handling exists.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    public async ValueTask<StageWrites> WritesAsync(StageInput input, StageResult result, int ofHandling, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var handling = input.Handling;
        var writes = new List<JournalWrite>
        {
            new JournalWrite.InsertStage(
                new()
                {
                    Handling = handling.Id,
                    Ordinal = handling.Stage,
                    At = now,
                    Steps = result.Steps,
                    Documents = await DocumentsAsync(input, result, cancellationToken).ConfigureAwait(false),
                },
                ofHandling),
        };
        var deliveries = new List<DeliveryRecord>(result.Deliveries.Count);
        for (var i = 0; i < result.Deliveries.Count; i++)
        {
            var delivery = Delivery(input, result.Deliveries[i], i, now, await StoreAsync(result.Deliveries[i].Frozen.Body, cancellationToken).ConfigureAwait(false));
            deliveries.Add(delivery);
            writes.Add(new JournalWrite.InsertDelivery(delivery, ofHandling));
        }

        foreach (var item in result.WorkItems)
        {
            writes.Add(new JournalWrite.OpenWorkItem(item with { Message = NullIfNew(item.Message), Handling = NullIfNew(item.Handling) }));
        }

        foreach (var entry in result.Remembered)
        {
            writes.Add(new JournalWrite.PutLedger(entry));
        }

        foreach (var part in result.Parts)
        {
            writes.Add(new JournalWrite.Append(await PartAsync(input.Message, part, now, cancellationToken).ConfigureAwait(false)));
        }

        foreach (var addition in result.Lots)
        {
            writes.Add(new JournalWrite.AddToLot(addition));
        }

        foreach (var received in result.Returns)
        {
            writes.Add(new JournalWrite.AddReturn(received));
        }

        var raised = ofHandling < 0 ? [.. result.Raised] : result.Raised.Select(static one => one with { Message = null, OfAppend = 0 }).ToList();
        foreach (var carried in result.Carried)
        {
            var append = writes.Count(static write => write is JournalWrite.Append) + (ofHandling < 0 ? 0 : 1);
            writes.Add(new JournalWrite.Append(await FileAsync(input.Message, carried, now, cancellationToken).ConfigureAwait(false)));
            writes.Add(new JournalWrite.ReserveFile(carried.Series, carried.FileId, append, now));
            writes.AddRange(carried.Lots.Select(lot => new JournalWrite.EnterLot(lot with { OfAppend = append })));
            raised.AddRange(carried.Events.Select(one => one with { OfAppend = append }));
        }

        if (result.Group is { } group)
        {
            writes.Add(new JournalWrite.AddToGroup(handling.Establishment, handling.Route, group.Key, handling.Id, now, now + group.Within));
        }

        if (raised.Count > 0)
        {
            writes.AddRange((await cases.ApplyAsync(raised, cancellationToken).ConfigureAwait(false)).Writes);
        }

        return new(writes, deliveries);
    }

    /// <summary>The steps and findings of a stage that failed: nothing it made is kept, and the next run of the stage takes their place.</summary>
    public static JournalWrite.InsertStage Failed(HandlingRecord handling, StageResult result, int ofHandling, DateTimeOffset at) =>
        new(new() { Handling = handling.Id, Ordinal = handling.Stage, At = at, Steps = result.Steps }, ofHandling, Failed: true);

    private static long? NullIfNew(long? id) => id is 0 ? null : id;

    private static DeliveryRecord Delivery(StageInput input, FrozenSend send, int ordinal, DateTimeOffset now, Payload body) => new()
    {
        Key = new(input.Handling.Id, input.Handling.Stage, ordinal),
        Establishment = input.Message.Establishment,
        World = input.Message.World,
        Endpoint = send.Endpoint,
        Kind = send.Kind,
        State = DeliveryState.Pending,
        PeerIdentity = send.Frozen.PeerIdentity,
        CreatedAt = now,
        NextAt = now,
        ExpiresAt = input.Handling.ExpiresAt,
        Body = body,
    };

    private async ValueTask<IReadOnlyList<StageDocument>> DocumentsAsync(StageInput input, StageResult result, CancellationToken cancellationToken)
    {
        var documents = new List<StageDocument>(result.Documents.Count + 1);
        foreach (var made in StageTexts.Fold(result.Documents))
        {
            documents.Add(new(made.Name, made.Format, made.Schema, await StoreAsync(made.Bytes, cancellationToken).ConfigureAwait(false)));
        }

        if (!input.Ledger.IsEmpty)
        {
            documents.Add(new(LedgerReads.DocumentName, "ledger", null, await StoreAsync(input.Ledger.ToBytes(), cancellationToken).ConfigureAwait(false)));
        }

        return documents;
    }

    private async ValueTask<MessageAppend> FileAsync(MessageRecord original, CarriedFile file, DateTimeOffset now, CancellationToken cancellationToken) => new()
    {
        Establishment = original.Establishment,
        Channel = LotChannel.Name,
        Format = file.Format,
        Schema = file.Schema,
        World = original.World,
        ReceivedAt = now,
        State = MessageState.Received,
        Type = "lot",
        ControlId = file.FileId,
        Correlation = original.Correlation ?? original.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Origin = original.Id,
        OriginKind = "part",
        Keys = [.. file.Lots.Select(lot => new BusinessKey("lot", $"{file.Series.Recipient}/{lot.Number}/{lot.Date:yyyy-MM-dd}", false)), new("recipient", file.Series.Recipient, false)],
        Payload = await StoreAsync(file.Bytes, cancellationToken).ConfigureAwait(false),
    };

    private async ValueTask<MessageAppend> PartAsync(MessageRecord original, MadePart part, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var inspection = channels.Find(part.Channel)?.Inspector.Inspect(part.Bytes.Span);
        return new()
        {
            Establishment = original.Establishment,
            Channel = part.Channel,
            Format = part.Format,
            Schema = part.Schema,
            World = original.World,
            ReceivedAt = now,
            State = MessageState.Received,
            Type = inspection?.Type,
            ControlId = inspection?.ControlId,
            Correlation = original.Correlation ?? original.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Origin = original.Id,
            OriginKind = "part",
            Keys = inspection?.Keys ?? [],
            Findings = inspection?.Findings ?? [],
            Payload = await StoreAsync(part.Bytes, cancellationToken).ConfigureAwait(false),
        };
    }

    private async ValueTask<Payload> StoreAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => bytes.Length <= Payload.InlineLimit
        ? new InlinePayload(bytes)
        : await content.StoreAsync(bytes, cancellationToken).ConfigureAwait(false);
}

/// <summary>The writes of a stage's commit and the deliveries among them.</summary>
internal sealed record StageWrites(List<JournalWrite> Writes, IReadOnlyList<DeliveryRecord> Deliveries);
