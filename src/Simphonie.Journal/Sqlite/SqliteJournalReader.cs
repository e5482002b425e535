using Dapper;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Journal.Keys;
using Simphonie.Journal.Sql.Reading;

namespace Simphonie.Journal.Sqlite;

/// <summary>A journal opened for reading only, for commands, whether or not a hub runs on it. Writes nothing and takes no lock.</summary>
public sealed class SqliteJournalReader : IDisposable
{
    private readonly SqliteConnections _connections;

    private SqliteJournalReader(SqliteConnections connections, Guid id, IJournalReader reader)
    {
        _connections = connections;
        Id = id;
        Reader = reader;
    }

    /// <summary>The journal's own id.</summary>
    public Guid Id { get; }

    public IJournalReader Reader { get; }

    /// <summary>Throws <see cref="JournalRefusedException"/> when there is no journal, or one of another version.</summary>
    public static SqliteJournalReader Open(string directory, Func<string, DiagnosticCode?>? codes = null)
    {
        var path = DataDirectory.Journal(directory);
        if (!File.Exists(path))
        {
            throw JournalRefusedException.Of(JournalCodes.NoJournal, directory, "the directory has no journal.");
        }

        var connections = new SqliteConnections(path);
        try
        {
            var connection = connections.Rent();
            var version = SqliteMigrations.Check(connection, path);
            if (version < SqliteMigrations.Newest)
            {
                connection.Dispose();
                throw JournalRefusedException.Of(
                    JournalCodes.OlderVersion, path, $"the journal has version {version}, this command reads {SqliteMigrations.Newest}.");
            }

            var id = Guid.ParseExact(connection.ExecuteScalar<string>("select value from meta where name = 'id'")!, "D");
            connections.Return(connection);
            var source = new SqlSource(connections, Path.Combine(directory, DataDirectory.ContentName), HubKey.Load(directory), codes);
            return new(connections, id, new SqlJournalReader(source));
        }
        catch
        {
            connections.Dispose();
            throw;
        }
    }

    public void Dispose() => _connections.Dispose();
}
