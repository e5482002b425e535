using System.Globalization;
using Simphonie.Core.Journal;

namespace Simphonie.Engine.Delivery;

/// <summary>
/// At start: deliveries that wait for an endpoint which hub.yaml no longer has. Nothing is given up: a work item says so, one for each endpoint,
/// and closes by itself at the start that knows the endpoint again, whose line then sends them.
/// </summary>
internal sealed class EndpointsGone(IJournal journal, EndpointLines lines, string establishment, TimeProvider time)
{
    private const string Prefix = "endpoint-gone/";
    private const int Most = 1000;

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var waiting = (await journal.Reader.PendingByEndpointAsync(cancellationToken).ConfigureAwait(false))
            .Where(pending => lines.Find(pending.Endpoint) is null)
            .ToDictionary(static pending => pending.Endpoint, StringComparer.Ordinal);
        var now = time.GetUtcNow();
        var writes = new List<JournalWrite>();
        foreach (var item in await journal.Reader.WorkItemsAsync(new(Code: DeliveryCodes.EndpointGone.Id, Limit: Most), cancellationToken).ConfigureAwait(false))
        {
            var endpoint = EndpointOf(item);
            if (endpoint is not null && !waiting.Remove(endpoint))
            {
                writes.Add(new JournalWrite.CloseWorkItem(item.Id, "hub", "The endpoint is declared again, or nothing waits for it any more.", now));
            }
        }

        writes.AddRange(waiting.Values.Select(pending => new JournalWrite.OpenWorkItem(Item(pending, now))));
        if (writes.Count > 0)
        {
            await journal.CommitAsync(writes, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string? EndpointOf(WorkItemRecord item) =>
        item.Identity is { } identity && identity.StartsWith(Prefix, StringComparison.Ordinal) ? identity[Prefix.Length..identity.LastIndexOf('/')] : null;

    // The time is part of the identity: an endpoint may go again after it has come back.
    private WorkItemRecord Item(PendingEndpoint pending, DateTimeOffset now) => new()
    {
        Establishment = establishment,
        Code = DeliveryCodes.EndpointGone.Id,
        What = string.Create(CultureInfo.InvariantCulture, $"Declare the endpoint {pending.Endpoint} again in hub.yaml and start the hub, or discard what waits for it."),
        Why = string.Create(CultureInfo.InvariantCulture, $"Deliveries wait for the endpoint {pending.Endpoint}, which is no longer in hub.yaml: {pending.Count} at the start of the hub."),
        OpenedAt = now,
        Identity = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{pending.Endpoint}/{now.UtcTicks}"),
    };
}
