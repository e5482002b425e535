using Simphonie.Core.Journal;
using Simphonie.Engine.Dispatch;

namespace Simphonie.Engine.Processes;

/// <summary>
/// Brings events to business cases, hundreds at once. What it gives are writes that join the commit of whoever raises the events, so that a message, a lot or a part of a
/// return and what they do to cases are kept together or not at all. Thread-safe.
/// </summary>
public sealed class CaseBook
{
    /// <summary>Tries before a commit that others keep disturbing is given up.</summary>
    private const int MostTries = 20;

    private readonly IJournal _journal;
    private readonly ProcessBook _book;
    private readonly Dispatcher _dispatcher;

    internal CaseBook(IJournal journal, ProcessBook book, Dispatcher dispatcher)
    {
        (_journal, _book, _dispatcher) = (journal, book, dispatcher);
    }

    /// <summary>Rung when a commit through this book may have set a timer.</summary>
    internal Bell Changed { get; } = new();

    /// <summary>
    /// Applies events in their order to the cases as they are now and gives the writes. Put them behind your own appends in one commit; when it ends as a conflict, a case has
    /// changed meanwhile: apply again and commit again.
    /// </summary>
    public async ValueTask<CaseBatch> ApplyAsync(IReadOnlyList<ProcessEvent> events, CancellationToken cancellationToken)
    {
        using var run = new CaseBatchRun(_journal.Reader.Cases, _book);
        return await run.RunAsync(events, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Applies and commits, again and again while others change the same cases. <paramref name="own"/> gives the caller's own writes for each try (appends first), null to give
    /// up; without it there are none. The result is of the last try.
    /// </summary>
    public async ValueTask<CommitResult> CommitAsync(
        IReadOnlyList<ProcessEvent> events, Func<CancellationToken, ValueTask<IReadOnlyList<JournalWrite>?>>? own, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            var mine = own is null ? [] : await own(cancellationToken).ConfigureAwait(false);
            if (mine is null)
            {
                return new() { Kind = CommitKind.Conflict };
            }

            var batch = await ApplyAsync(events, cancellationToken).ConfigureAwait(false);
            var result = await CommitAsync([.. mine, .. batch.Writes], cancellationToken).ConfigureAwait(false);
            if (result.Kind != CommitKind.Conflict || tried == MostTries)
            {
                return result;
            }
        }
    }

    /// <summary>Lets due timers come; returns false when others changed one of the cases meanwhile.</summary>
    internal async ValueTask<bool> ExpireAsync(IReadOnlyList<CaseRecord> due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var run = new CaseBatchRun(_journal.Reader.Cases, _book);
        var batch = await run.ExpireAsync(due, now, cancellationToken).ConfigureAwait(false);
        return batch.Writes.Count == 0 || (await CommitAsync(batch.Writes, cancellationToken).ConfigureAwait(false)).Kind == CommitKind.Committed;
    }

    private async ValueTask<CommitResult> CommitAsync(IReadOnlyList<JournalWrite> writes, CancellationToken cancellationToken)
    {
        var result = await _journal.CommitAsync(writes, cancellationToken).ConfigureAwait(false);
        if (result.Kind == CommitKind.Committed)
        {
            _dispatcher.Announce(result.Messages.Count > 0);
            _dispatcher.PublishAll(result.Promoted);
            Changed.Ring();
        }

        return result;
    }
}
