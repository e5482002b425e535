using System.Data.Common;

namespace Simphonie.Journal.Sql.Reading;

/// <summary>Lends read-only connections, each for one query.</summary>
internal interface IReadConnections : IDisposable
{
    DbConnection Rent();

    void Return(DbConnection connection);
}
