using Dapper;
using Simphonie.Journal.Writing;

namespace Simphonie.Journal.Sqlite;

/// <summary>Gives free pages back to the disk, some at a time. A few stay: the next messages take them.</summary>
internal static class SqliteVacuum
{
    private const int Kept = 1024;
    private const int Step = 512;

    public static async Task RunAsync(GroupWriter writer, CancellationToken cancellationToken)
    {
        while (await writer.WriteAsync(new WorkUnit<long>(connection => connection.ExecuteScalar<long>("pragma freelist_count")), cancellationToken) > Kept + Step)
        {
            await writer.WriteAsync(new WorkUnit<int>(connection => connection.Query<long>($"pragma incremental_vacuum({Step})").Count()), cancellationToken);
        }
    }
}
