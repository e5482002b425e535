using Simphonie.Core.Journal;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Processes;

namespace Simphonie.Engine.Returns.Applying;

/// <summary>Commits what returns do and tells whoever waits for it.</summary>
internal sealed class ReturnCommits(IJournal journal, CaseBook cases, Dispatcher dispatcher)
{
    /// <summary>False when something that it was decided by has changed.</summary>
    public async ValueTask<bool> TryAsync(IReadOnlyList<JournalWrite> writes, CancellationToken cancellationToken) =>
        (await CommitAsync(writes, cancellationToken).ConfigureAwait(false)).Kind == CommitKind.Committed;

    public async ValueTask<CommitResult> CommitAsync(IReadOnlyList<JournalWrite> writes, CancellationToken cancellationToken)
    {
        var result = await journal.CommitAsync(writes, cancellationToken).ConfigureAwait(false);
        if (result.Kind == CommitKind.Committed)
        {
            dispatcher.Announce(result.Messages.Count > 0);
            dispatcher.Announce(result.Lots);
            dispatcher.PublishAll(result.Promoted);
            cases.Changed.Ring();
        }

        return result;
    }
}
