using Simphonie.Core.Formats;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Engine.Dispatch;

/// <summary>
/// Gives every received message its handlings, in journal order: one page of messages, one commit of handlings, states and position.
/// </summary>
internal sealed class Sequencer(
    IJournal journal,
    ActiveDefinitions definitions,
    IReadOnlyDictionary<string, IFormat> formats,
    RouteSelector selector,
    Dispatcher dispatcher,
    EngineClock clock,
    Recents recents,
    int pageSize)
{
    /// <summary>Deals with one page; returns how many messages it had.</summary>
    public async ValueTask<int> PageAsync(CancellationToken cancellationToken)
    {
        var page = await journal.Reader.UnsequencedAsync(pageSize, cancellationToken).ConfigureAwait(false);
        if (page.Count == 0)
        {
            return 0;
        }

        var snapshot = definitions.InForce;
        var writes = new List<JournalWrite>(page.Count * 2 + 1);
        foreach (var message in page)
        {
            if (message.State == MessageState.Received)
            {
                Sequence(message, snapshot, writes);
            }
        }

        writes.Add(new JournalWrite.AdvanceSequencer(page[^1].Id));
        var result = await journal.CommitAsync(writes, cancellationToken).ConfigureAwait(false);
        foreach (var handling in result.Handlings)
        {
            dispatcher.Publish(handling);
        }

        return page.Count;
    }

    private void Sequence(MessageRecord message, DefinitionSnapshot snapshot, List<JournalWrite> writes)
    {
        using var open = new OpenMessage(message, formats, snapshot.Schemas);
        var matches = selector.Select(message, () => open.Document, snapshot, interactive: false, clock.Next);
        writes.Add(new JournalWrite.SetMessageState(message.Id, matches.Count > 0 ? MessageState.Routed : MessageState.Unrouted, snapshot.Revision));
        if (matches.Count > 0)
        {
            recents.Keep(message with { State = MessageState.Routed, Revision = snapshot.Revision });
        }

        foreach (var match in matches)
        {
            writes.Add(new JournalWrite.InsertHandling(match.Insert));
        }
    }
}
