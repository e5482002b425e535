using System.Diagnostics.CodeAnalysis;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Dispatch.Plans;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Replay;

/// <summary>
/// Runs a handling's stages again over what was recorded, and compares. Opens no connection and writes nothing: calls are answered from the journal,
/// ledger reads and counts from what the stages recorded of them.
/// </summary>
internal sealed class DryRun(IJournalReader reader, StageRunner runner, IReadOnlyDictionary<string, IFormat> formats, Func<MessageRecord, LedgerReads> reads)
{
    public async ValueTask<ReplayReport> RunAsync(BookedRoute booked, string revision, HandlingRecord handling, MessageRecord message, CancellationToken cancellationToken)
    {
        var recorded = await reader.StagesAsync(handling.Id, cancellationToken).ConfigureAwait(false);
        var deliveries = (await reader.DeliveriesOfAsync(handling.Id, cancellationToken).ConfigureAwait(false)).Where(static delivery => delivery.ResendOf is null).ToList();
        var stages = new List<ReplayedStage>();
        var findings = new List<Diagnostic>();
        using var original = new OpenMessage(message, formats, booked.Schemas);
        var leases = new List<PayloadLease>();
        var documents = new DocumentSet();
        documents.Add("message", () => original.Document);
        var stage = 0;
        Payload? answer = null;
        try
        {
            while (true)
            {
                var was = recorded.FirstOrDefault(record => record.Ordinal == stage);
                var input = Input(booked, handling with { Stage = stage, State = HandlingState.Ready, Revision = revision }, message, documents, answer, was, leases);
                var result = Run(input);
                var left = deliveries.Where(delivery => delivery.Key.Stage == stage).OrderBy(static delivery => delivery.Key.Ordinal).ToList();
                var compared = Compare(stage, was, left, result);
                stages.Add(compared);
                if (result.End is StageEnd.Failed && result.Cause is { } cause)
                {
                    findings.Add(cause);
                }

                if (result.End != StageEnd.Waits)
                {
                    return new(handling.Id, revision, stages, findings);
                }

                documents = Next(documents, result);
                if (!TryAnswer(booked.Plan, result.NextStage, left, out answer))
                {
                    findings.Add(Diagnostic.Of(ReplayCodes.NotRecorded, Place.Whole, ReplayCodes.NotRecorded.Title));
                    return new(handling.Id, revision, stages, findings);
                }

                stage = result.NextStage;
            }
        }
        finally
        {
            leases.ForEach(static lease => lease.Dispose());
        }
    }

    private static bool TryAnswer(RoutePlan plan, int next, List<DeliveryRecord> left, [NotNullWhen(true)] out Payload? answer)
    {
        answer = plan.ResumedBy(next) is Step.Aggregate ? null : StageLoader.AnswerOf(left);
        return answer is not null;
    }

    private static DocumentSet Next(DocumentSet documents, StageResult result)
    {
        var next = new DocumentSet(documents);
        foreach (var made in result.Documents)
        {
            if (made.Document is not null)
            {
                next.Add(made.Name, made.Document);
            }
            else
            {
                next.Add(made.Name, StoredDocuments.ReadText(made.Name, made.Bytes.Span));
            }
        }

        return next;
    }

    // A limit that was not recorded had not been reached: other definitions may ask for a count that nobody took.
    private StageResult Run(StageInput input)
    {
        using var execution = runner.Begin(input);
        while (true)
        {
            var result = execution.GoOn();
            if (result.End != StageEnd.MustCount)
            {
                return result;
            }

            input.Ledger.SetCount(result.Count!.Step, 1);
        }
    }

    private StageInput Input(BookedRoute booked, HandlingRecord handling, MessageRecord message, DocumentSet documents, Payload? answer, StageRecord? was, List<PayloadLease> leases)
    {
        var known = reads(message);
        if (was?.Documents.FirstOrDefault(static document => document.Name == LedgerReads.DocumentName) is { } kept)
        {
            var lease = kept.Body.Lease();
            leases.Add(lease);
            known.Load(lease.Memory.Span);
        }

        return new()
        {
            Plan = booked.Plan,
            Schemas = booked.Schemas,
            Handling = handling,
            Message = message,
            Documents = documents,
            Ledger = known,
            Answer = answer,
        };
    }

    private static ReplayedStage Compare(int ordinal, StageRecord? was, List<DeliveryRecord> left, StageResult result)
    {
        var documents = new List<ReplayedBytes>();
        var recorded = StageTexts.Unfold(was?.Documents ?? []).Where(static document => !document.Name.StartsWith('%')).ToList();
        foreach (var name in recorded.Select(static document => document.Name).Union(result.Documents.Select(static document => document.Name), StringComparer.Ordinal))
        {
            var before = recorded.Find(document => document.Name == name);
            var now = result.Documents.FirstOrDefault(document => document.Name == name);
            documents.Add(new(name, now?.Format ?? before?.Format, Bytes(before?.Body), now?.Bytes));
        }

        var deliveries = new List<ReplayedBytes>();
        for (var i = 0; i < Math.Max(left.Count, result.Deliveries.Count); i++)
        {
            var before = i < left.Count ? left[i] : null;
            var now = i < result.Deliveries.Count ? result.Deliveries[i] : null;
            deliveries.Add(new(now?.Endpoint ?? before!.Endpoint, null, Bytes(before?.Body), now?.Frozen.Body));
        }

        var asked = result.End == StageEnd.Waits && result.Deliveries.Count > 0;
        return new(ordinal, was?.Steps ?? [], result.Steps, documents, deliveries, asked && deliveries[result.Deliveries.Count - 1].Differs);
    }

    private static ReadOnlyMemory<byte>? Bytes(Payload? payload)
    {
        if (payload is null)
        {
            return null;
        }

        using var lease = payload.Lease();
        return lease.Memory.ToArray();
    }
}
