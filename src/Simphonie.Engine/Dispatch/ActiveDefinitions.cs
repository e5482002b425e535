using Microsoft.Extensions.Logging;
using Simphonie.Core.Journal;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Engine.Dispatch;

/// <summary>
/// The definitions that new messages are handled with. A revision comes into force only after the journal has its content,
/// so that every handling can be run again with what it was made with.
/// </summary>
internal sealed class ActiveDefinitions(IDefinitionSource source, IJournal journal, ILogger logger, TimeProvider time)
{
    private readonly Bell _bell = new();
    private volatile DefinitionSnapshot? _inForce;

    public DefinitionSnapshot InForce => _inForce ?? source.Current;

    /// <summary>Brings the source's current revision into force.</summary>
    public async ValueTask ActivateAsync(CancellationToken cancellationToken)
    {
        var snapshot = source.Current;
        var last = await journal.Reader.RevisionsAsync(1, cancellationToken).ConfigureAwait(false);

        // A restart changes nothing, and a revision that somebody published stays theirs.
        if (last.Count == 0 || !string.Equals(last[0].Revision, snapshot.Revision, StringComparison.Ordinal))
        {
            var now = time.GetUtcNow();
            await journal.CommitAsync(
                [new JournalWrite.PutRevision(snapshot.Revision, snapshot.Content, now), new JournalWrite.ActivateRevision(snapshot.Revision, now, "hub")],
                cancellationToken).ConfigureAwait(false);
        }

        _inForce = snapshot;
        EngineLog.RevisionInForce(logger, snapshot.Revision);
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        source.Changed += Ring;
        try
        {
            while (true)
            {
                if (!string.Equals(source.Current.Revision, _inForce?.Revision, StringComparison.Ordinal))
                {
                    await ActivateAsync(cancellationToken).ConfigureAwait(false);
                }

                await _bell.WaitAsync(TimeSpan.FromMinutes(1), time, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            source.Changed -= Ring;
        }
    }

    private void Ring(DefinitionSnapshot snapshot) => _bell.Ring();
}
