using System.Collections.Concurrent;
using Simphonie.Core.Journal;

namespace Simphonie.Engine.Testing;

/// <summary>The journal of a route test: keeps what was written to be compared, and leaves keys as they are, so that a test can name them.</summary>
internal sealed class RecordingJournal(IJournal inner) : IJournal
{
    private int _underWay;

    public ConcurrentQueue<WorkItemRecord> WorkItems { get; } = new();

    public ConcurrentQueue<LedgerEntry> Ledger { get; } = new();

    public ConcurrentDictionary<DeliveryKey, bool> Attempted { get; } = new();

    /// <summary>Commits that have begun and not ended.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    public Guid Id => inner.Id;

    public IJournalReader Reader => inner.Reader;

    public IContentStore Content => inner.Content;

    public string Pseudonym(string value) => value;

    public ValueTask<AppendResult> AppendAsync(MessageAppend message, CancellationToken cancellationToken) => inner.AppendAsync(message, cancellationToken);

    public async ValueTask<CommitResult> CommitAsync(IReadOnlyList<JournalWrite> writes, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            var result = await inner.CommitAsync(writes, cancellationToken).ConfigureAwait(false);
            if (result.Kind == CommitKind.Committed)
            {
                Record(writes);
            }

            return result;
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    public Task<long> RetainAsync(DateTimeOffset keepSince, DateTimeOffset ledgerSince, CancellationToken cancellationToken) => inner.RetainAsync(keepSince, ledgerSince, cancellationToken);

    public Task BackupAsync(string directory, CancellationToken cancellationToken) => inner.BackupAsync(directory, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private void Record(IReadOnlyList<JournalWrite> writes)
    {
        foreach (var write in writes)
        {
            switch (write)
            {
                case JournalWrite.OpenWorkItem open:
                    WorkItems.Enqueue(open.Item);
                    break;
                case JournalWrite.PutLedger put:
                    Ledger.Enqueue(put.Entry);
                    break;
                case JournalWrite.InsertAttempt insert:
                    Attempted.TryAdd(insert.Attempt.Key, true);
                    break;
            }
        }
    }
}
