using System.Data.Common;
using Simphonie.Core.Journal;
using Simphonie.Journal.Writing;

namespace Simphonie.Journal.Tests.Writing;

/// <summary>A database that keeps nothing and does what a test says.</summary>
internal sealed class RecordingTransaction : IGroupTransaction
{
    private int _units;

    /// <summary>Units of each group that was committed.</summary>
    public List<int> Groups { get; } = [];

    /// <summary>Set when the writer is about to commit its first group.</summary>
    public TaskCompletionSource AboutToCommit { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Reset by a test to keep the writer within a group.</summary>
    public ManualResetEventSlim MayCommit { get; } = new(initialState: true);

    public Exception? FailCommit { get; set; }

    public FailureKind Kind { get; set; }

    public void Begin() => _units = 0;

    public void Save()
    {
    }

    public void Release(bool keep)
    {
    }

    public void Commit()
    {
        AboutToCommit.TrySetResult();
        MayCommit.Wait();
        if (FailCommit is { } failure)
        {
            throw failure;
        }

        Groups.Add(_units);
    }

    public void Rollback()
    {
    }

    public void AfterGroup()
    {
    }

    public FailureKind Classify(Exception exception) => Kind;

    public AppendResult Append(PreparedMessage message)
    {
        _units++;
        return new(AppendKind.Appended, _units, 0);
    }

    public CommitResult Commit(PreparedCommit commit) => new() { Kind = CommitKind.Committed };

    public T Run<T>(Func<DbConnection, T> work)
    {
        _units++;
        return work(null!);
    }

    public void Dispose() => MayCommit.Dispose();
}
