using Simphonie.Core.Journal;

namespace Simphonie.Engine.Tests.Support;

/// <summary>Passes everything on to the real journal and tells after each commit, so that tests wait for facts and not for time.</summary>
public sealed class ObservedJournal(IJournal inner) : IJournal
{
    public event Action? Committed;

    /// <summary>When set, a commit for which it is true never happens: the process is as good as dead there.</summary>
    public Func<IReadOnlyList<JournalWrite>, bool>? DiesAt { get; set; }

    /// <summary>When set, a commit ends by what it gives, null for none, and writes nothing.</summary>
    public Func<IReadOnlyList<JournalWrite>, Exception?>? Throws { get; set; }

    /// <summary>When set, a commit waits for its task: what the journal has got until then is all that the rest of the hub can see.</summary>
    public Func<IReadOnlyList<JournalWrite>, Task>? WaitsAt { get; set; }

    public Guid Id => inner.Id;

    public IJournalReader Reader => inner.Reader;

    public IContentStore Content => inner.Content;

    public int Commits => _commits;

    private int _commits;

    public string Pseudonym(string value) => inner.Pseudonym(value);

    public async ValueTask<AppendResult> AppendAsync(MessageAppend message, CancellationToken cancellationToken)
    {
        var result = await inner.AppendAsync(message, cancellationToken);
        Committed?.Invoke();
        return result;
    }

    public async ValueTask<CommitResult> CommitAsync(IReadOnlyList<JournalWrite> writes, CancellationToken cancellationToken)
    {
        if (DiesAt?.Invoke(writes) == true)
        {
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        }

        if (Throws?.Invoke(writes) is { } thrown)
        {
            throw thrown;
        }

        if (WaitsAt is { } waits)
        {
            await waits(writes);
        }

        var result = await inner.CommitAsync(writes, cancellationToken);
        Interlocked.Increment(ref _commits);
        Committed?.Invoke();
        return result;
    }

    public Task<long> RetainAsync(DateTimeOffset keepSince, DateTimeOffset ledgerSince, CancellationToken cancellationToken) => inner.RetainAsync(keepSince, ledgerSince, cancellationToken);

    public Task BackupAsync(string directory, CancellationToken cancellationToken) => inner.BackupAsync(directory, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
