using Simphonie.Core.Journal;

namespace Simphonie.Journal.Writing;

/// <summary>Applies units within the transaction of their group. One per database.</summary>
internal interface IUnitWriter
{
    AppendResult Append(PreparedMessage message);

    CommitResult Commit(PreparedCommit commit);

    /// <summary>Runs work of the journal itself (retention) within the group.</summary>
    T Run<T>(Func<System.Data.Common.DbConnection, T> work);
}
