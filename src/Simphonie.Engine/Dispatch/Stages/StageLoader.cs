using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Dispatch.Stages;

/// <summary>Brings together what a handling's next stage is run over: the original, the documents of earlier stages, the answer it waited for.</summary>
internal sealed class StageLoader(IJournalReader reader, IReadOnlyDictionary<string, IFormat> formats, Func<MessageRecord, LedgerReads> reads)
{
    /// <param name="booked">Its route.</param>
    /// <param name="handling">The handling.</param>
    /// <param name="message">Its message.</param>
    /// <param name="course">What it has behind it, where that is known; null to read the journal.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async ValueTask<LoadedStage> LoadAsync(BookedRoute booked, HandlingRecord handling, MessageRecord message, Course? course, CancellationToken cancellationToken)
    {
        var owned = new List<IDisposable>();
        var documents = new DocumentSet();
        var original = new OpenMessage(message, formats, booked.Schemas);
        owned.Add(original);
        documents.Add("message", () => original.Document);
        Payload? answer = null;
        IReadOnlyList<Document> group = [];
        IReadOnlyList<DeliveryRecord> earlier = [];
        if (handling.Stage > 0)
        {
            earlier = course is not null
                ? AddCourse(course, documents)
                : await AddJournalAsync(booked, handling, documents, owned, cancellationToken).ConfigureAwait(false);
            if (handling.Stage < booked.Plan.StageCount && booked.Plan.ResumedBy(handling.Stage) is Step.Aggregate)
            {
                group = await GroupAsync(booked, handling, owned, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                answer = AnswerOf(earlier);
            }
        }

        return new(
            new()
            {
                Plan = booked.Plan,
                Schemas = booked.Schemas,
                Handling = handling,
                Message = message,
                Documents = documents,
                Ledger = reads(message),
                Answer = answer,
                Group = group,
            },
            course,
            earlier,
            owned);
    }

    /// <summary>Adds what an earlier stage kept.</summary>
    public void AddDocuments(StageRecord stage, HandlingRecord handling, ISchemaCatalog schemas, DocumentSet documents, List<IDisposable> owned)
    {
        var date = handling.BusinessDate ?? ParisDate.Of(handling.Now);
        foreach (var kept in StageTexts.Unfold(stage.Documents))
        {
            if (kept.Name.StartsWith('%'))
            {
                continue;
            }

            documents.Add(kept.Name, () =>
            {
                var lease = kept.Body.Lease();
                owned.Add(lease);
                if (kept.Format == StoredDocuments.TextFormat)
                {
                    return StoredDocuments.ReadText(kept.Name, lease.Memory.Span);
                }

                ISchema? schema = null;
                if (kept.Schema is not null)
                {
                    schemas.TryResolve(kept.Schema, date, out schema);
                }

                return formats[kept.Format].Read(lease.Memory, schema);
            });
        }
    }

    /// <summary>The answer of the last call.</summary>
    public static Payload? AnswerOf(IEnumerable<DeliveryRecord> deliveries) => deliveries
        .Where(static delivery => delivery is { Kind: "call", State: DeliveryState.Delivered, ResendOf: null })
        .OrderByDescending(static delivery => delivery.Key.Stage)
        .FirstOrDefault()?.Answer;

    private static IReadOnlyList<DeliveryRecord> AddCourse(Course course, DocumentSet documents)
    {
        foreach (var (name, document) in course.Documents)
        {
            documents.Add(name, document);
        }

        return course.Deliveries;
    }

    private async ValueTask<IReadOnlyList<DeliveryRecord>> AddJournalAsync(BookedRoute booked, HandlingRecord handling, DocumentSet documents, List<IDisposable> owned, CancellationToken cancellationToken)
    {
        foreach (var stage in await reader.StagesAsync(handling.Id, cancellationToken).ConfigureAwait(false))
        {
            AddDocuments(stage, handling, booked.Schemas, documents, owned);
        }

        return await reader.DeliveriesOfAsync(handling.Id, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<IReadOnlyList<Document>> GroupAsync(BookedRoute booked, HandlingRecord handling, List<IDisposable> owned, CancellationToken cancellationToken)
    {
        var members = new List<Document>();
        var group = await reader.GroupOfAsync(handling.Id, cancellationToken).ConfigureAwait(false);
        foreach (var member in group?.Handlings ?? [handling.Id])
        {
            // Members that were given up before the group closed are not of it.
            if (await reader.HandlingAsync(member, cancellationToken).ConfigureAwait(false) is { } record
                && (member == handling.Id || record.State == HandlingState.Done)
                && await reader.MessageAsync(record.Message, cancellationToken).ConfigureAwait(false) is { Payload: not null } message)
            {
                var open = new OpenMessage(message, formats, booked.Schemas);
                owned.Add(open);
                members.Add(open.Document);
            }
        }

        return members;
    }
}
