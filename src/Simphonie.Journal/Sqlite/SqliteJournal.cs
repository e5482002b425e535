using Dapper;
using Microsoft.Data.Sqlite;
using Simphonie.Core.Journal;
using Simphonie.Journal.Content;
using Simphonie.Journal.Keys;
using Simphonie.Journal.Sql.Reading;
using Simphonie.Journal.Sqlite.Writing;
using Simphonie.Journal.Writing;

namespace Simphonie.Journal.Sqlite;

/// <summary>
/// The journal of one node: a SQLite file in WAL mode, <c>synchronous=FULL</c>, with one writer that commits in groups, and a content store beside it.
/// </summary>
public sealed class SqliteJournal : IJournal
{
    private readonly JournalOptions _options;
    private readonly HubKey _key;
    private readonly SqliteGroupTransaction _transaction;
    private readonly GroupWriter _writer;
    private readonly SqliteConnections _connections;
    private readonly FileContentStore _content;

    private SqliteJournal(JournalOptions options, HubKey key, SqliteConnection connection, Guid id)
    {
        var root = Path.Combine(options.Directory, DataDirectory.ContentName);
        _options = options;
        _key = key;
        Id = id;
        _connections = new(DataDirectory.Journal(options.Directory));
        _content = new(root, options.TimeProvider, options.NewId);
        Reader = new SqlJournalReader(new(_connections, root, key, options.Codes));
        _transaction = new(connection);
        _writer = new(_transaction, options);
    }

    public Guid Id { get; }

    public IJournalReader Reader { get; }

    public IContentStore Content => _content;

    /// <summary>
    /// Opens or makes the journal of a directory and brings it to this version. The caller holds the directory's lock.
    /// Throws <see cref="JournalRefusedException"/> when the journal was written by a newer version or is none.
    /// </summary>
    public static async Task<SqliteJournal> OpenAsync(JournalOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        DataDirectory.Create(options.Directory);
        DataDirectory.Create(Path.Combine(options.Directory, DataDirectory.ContentName));
        var path = DataDirectory.Journal(options.Directory);
        if (options.Key is null && File.Exists(path) && !File.Exists(Path.Combine(options.Directory, DataDirectory.KeyName)))
        {
            throw JournalRefusedException.Of(JournalCodes.BadKey, options.Directory, "the journal is there, but the key that it was written with is not.");
        }

        var key = options.Key ?? HubKey.LoadOrCreate(options.Directory);
        DataDirectory.Touch(path); // made before SQLite does, so that it and what SQLite puts beside it are 0600
        var connection = SqliteConnections.OpenWriter(path);
        try
        {
            SqliteMigrations.Run(connection, SqliteMigrations.Check(connection, path));
            return new(options, key, connection, ReadOrMakeId(connection, options));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public string Pseudonym(string value) => _key.Pseudonym(value);

    public ValueTask<AppendResult> AppendAsync(MessageAppend message, CancellationToken cancellationToken) =>
        _writer.WriteAsync(new AppendUnit(new(message, _key)), cancellationToken);

    public ValueTask<CommitResult> CommitAsync(IReadOnlyList<JournalWrite> writes, CancellationToken cancellationToken) =>
        _writer.WriteAsync(new CommitUnit(new(writes, _key)), cancellationToken);

    public Task<long> RetainAsync(DateTimeOffset keepSince, DateTimeOffset ledgerSince, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task BackupAsync(string directory, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Commits what is queued, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _connections.Dispose();
        _transaction.Dispose();
    }

    private static Guid ReadOrMakeId(SqliteConnection connection, JournalOptions options)
    {
        connection.Execute("insert into meta (name, value) values ('id', @id) on conflict do nothing", new { id = options.NewId().ToString("D") });
        return Guid.ParseExact(connection.ExecuteScalar<string>("select value from meta where name = 'id'")!, "D");
    }
}
