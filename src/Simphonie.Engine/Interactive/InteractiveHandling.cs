using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Engine.Dispatch.Plans;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Interactive;

/// <summary>An interactive handling under way in memory: what the journal has of it, and the documents it goes on with.</summary>
internal sealed class InteractiveHandling(RoutePlan plan, StageInput input, IDisposable opened) : IDisposable
{
    public RoutePlan Plan => plan;

    /// <summary>What the stage was run over; the next stage begins with it and with what was made since.</summary>
    public StageInput Input { get; set; } = input;

    /// <summary>The delivery whose answer the next stage begins with; null when nothing is waited for.</summary>
    public DeliveryRecord? Call { get; set; }

    /// <summary>The document that answers the caller, once it has been committed.</summary>
    public (Payload Body, string Format)? Answer { get; private set; }

    public long Id => Input.Handling.Id;

    /// <summary>Takes in what a stage made: the documents for the next one, and the answer if it is among them.</summary>
    public void Advance(StageResult result, HandlingRecord handling, Payload? answer)
    {
        var documents = new DocumentSet(Input.Documents);
        foreach (var made in result.Documents)
        {
            if (made.Document is not null)
            {
                documents.Add(made.Name, made.Document);
            }
            else if (made.Format == StoredDocuments.TextFormat)
            {
                documents.Add(made.Name, StoredDocuments.ReadText(made.Name, made.Bytes.Span));
            }

            if (string.Equals(made.Name, plan.Route.Answer, StringComparison.Ordinal))
            {
                Answer = (new InlinePayload(made.Bytes), made.Format);
            }
        }

        Input = Input with { Handling = handling, Documents = documents, Answer = answer };
    }

    public void Dispose() => opened.Dispose();
}
