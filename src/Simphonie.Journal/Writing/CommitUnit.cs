using Simphonie.Core.Journal;

namespace Simphonie.Journal.Writing;

/// <summary>Several writes that are kept together or not at all.</summary>
internal sealed class CommitUnit(PreparedCommit commit) : WriteUnit<CommitResult>
{
    public override long Weight => commit.Weight;

    public override bool Guarded => true;

    public override bool Apply(IUnitWriter writer)
    {
        Result = writer.Commit(commit);
        return Result.Kind == CommitKind.Committed;
    }
}
