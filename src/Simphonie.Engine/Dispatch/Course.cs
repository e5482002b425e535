using Simphonie.Core.Documents;
using Simphonie.Core.Journal;
using Simphonie.Engine.Dispatch.Stages;

namespace Simphonie.Engine.Dispatch;

/// <summary>
/// What a handling under way has behind it, as its last commit left it: what its stages made, as documents that need not be read from their bytes again,
/// and its deliveries. True for that version of the handling alone: whatever ends a delivery raises the version.
/// </summary>
internal sealed record Course(int Version, IReadOnlyList<KeyValuePair<string, Document>> Documents, IReadOnlyList<DeliveryRecord> Deliveries)
{
    /// <summary>A handling with larger documents or deliveries is read from the journal, so that memory stays small.</summary>
    private const int MostBytes = 16 * 1024;

    /// <summary>After a stage; null when what it made is too much to keep.</summary>
    /// <param name="before">What there was before it; null for a first stage.</param>
    /// <param name="version">Version of the handling after the commit.</param>
    /// <param name="result">What the stage gave.</param>
    /// <param name="deliveries">All deliveries, those of the stage among them.</param>
    public static Course? After(Course? before, int version, StageResult result, IReadOnlyList<DeliveryRecord> deliveries)
    {
        var documents = new List<KeyValuePair<string, Document>>(before?.Documents ?? []);
        foreach (var made in result.Documents)
        {
            if (made.Document is null || made.Bytes.Length > MostBytes)
            {
                return null;
            }

            documents.Add(new(made.Name, made.Document));
        }

        return deliveries.Any(static delivery => delivery.Body?.Length > MostBytes) ? null : new(version, documents, deliveries);
    }

    /// <summary>After an attempt that changed the handling; null when its answer is too much to keep.</summary>
    public Course? After(DeliveryRecord delivery) => delivery.Answer?.Length > MostBytes
        ? null
        : new(Version + 1, Documents, [.. Deliveries.Select(other => other.Key == delivery.Key ? delivery : other)]);

    public DeliveryRecord? Find(DeliveryKey key)
    {
        foreach (var delivery in Deliveries)
        {
            if (delivery.Key == key)
            {
                return delivery;
            }
        }

        return null;
    }
}
