using Simphonie.Core.Messages;

namespace Simphonie.Core.Journal;

/// <summary>
/// The durable store: the source of truth. One writer commits in groups; a returned task completes only after its group is on disk.
/// Commits from one caller that awaits each are in order. Cancelling stops waiting, not the commit.
/// Throws <see cref="JournalBrokenException"/> when the disk or database fails: the hub then accepts nothing more.
/// </summary>
public interface IJournal : IAsyncDisposable
{
    /// <summary>Made once with the journal; part of every derived identity, so that two journals never make the same ids.</summary>
    Guid Id { get; }

    IJournalReader Reader { get; }

    IContentStore Content { get; }

    /// <summary>HMAC of an identity with the hub's key, as text: what is stored and searched in its place.</summary>
    string Pseudonym(string value);

    /// <summary>Keeps a message (C1).</summary>
    ValueTask<AppendResult> AppendAsync(MessageAppend message, CancellationToken cancellationToken);

    /// <summary>Applies all writes in one commit, or none.</summary>
    ValueTask<CommitResult> CommitAsync(IReadOnlyList<JournalWrite> writes, CancellationToken cancellationToken);

    /// <summary>Removes payloads and steps of finished handlings older than <paramref name="keepSince"/>, and ledger entries older than <paramref name="ledgerSince"/>, in small commits. Returns how many messages were reduced.</summary>
    Task<long> RetainAsync(DateTimeOffset keepSince, DateTimeOffset ledgerSince, CancellationToken cancellationToken);

    /// <summary>Copies a consistent state to an empty directory while the hub runs.</summary>
    Task BackupAsync(string directory, CancellationToken cancellationToken);
}

/// <summary>The store cannot be written or read: somebody must act.</summary>
public sealed class JournalBrokenException(string message, Exception? inner = null) : Exception(message, inner);
