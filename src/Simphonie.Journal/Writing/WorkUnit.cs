using System.Data.Common;

namespace Simphonie.Journal.Writing;

/// <summary>A small piece of the journal's own work, between the units of others.</summary>
internal sealed class WorkUnit<T>(Func<DbConnection, T> work) : WriteUnit<T>
{
    public override long Weight => 0;

    public override bool Guarded => true;

    public override bool Apply(IUnitWriter writer)
    {
        Result = writer.Run(work);
        return true;
    }
}
