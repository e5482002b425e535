using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Simphonie.Core.Journal;
using Simphonie.Journal.Backup;
using Simphonie.Journal.Content;
using Simphonie.Journal.Keys;
using Simphonie.Journal.Retention;
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
    private readonly SemaphoreSlim _maintenance = new(1);
    private readonly CancellationTokenSource _closing = new();
    private int _disposed;

    private SqliteJournal(JournalOptions options, HubKey key, SqliteConnection connection, Guid id)
    {
        var root = Path.Combine(options.Directory, DataDirectory.ContentName);
        var sweep = new ContentSweep(root);
        _options = options;
        _key = key;
        Id = id;
        var path = DataDirectory.Journal(options.Directory);
        _connections = new(path);
        _content = new(root, options.TimeProvider, options.NewId);
        var source = new SqlSource(_connections, root, key, options.Codes);
        var unsequenced = new UnsequencedWindow();
        Reader = new SqlJournalReader(source, unsequenced);
        _transaction = new(connection, path, unsequenced);
        _writer = new(_transaction, options);
        Swept = Task.Run(() => sweep.Run(source, _closing.Token), CancellationToken.None);
    }

    public Guid Id { get; }

    public IJournalReader Reader { get; }

    public IContentStore Content => _content;

    /// <summary>Ends when content that nothing refers to was removed, which begins with the opening and nothing waits for.</summary>
    internal Task Swept { get; }

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
        var connection = SqliteConnections.Open(path, SqliteOpenMode.ReadWrite);
        try
        {
            var version = SqliteMigrations.Check(connection, path);
            SqliteConnections.Configure(connection);
            SqliteMigrations.Run(connection, version);
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
        _writer.WriteAsync(new AppendUnit(new(message, _key, handOn: true)), cancellationToken);

    public ValueTask<CommitResult> CommitAsync(IReadOnlyList<JournalWrite> writes, CancellationToken cancellationToken) =>
        _writer.WriteAsync(new CommitUnit(new(writes, _key)), cancellationToken);

    public async Task<long> RetainAsync(DateTimeOffset keepSince, DateTimeOffset ledgerSince, CancellationToken cancellationToken)
    {
        await _maintenance.WaitAsync(cancellationToken);
        try
        {
            var reduced = await new JournalRetention(_writer, new(_content.Root)).RunAsync(keepSince, ledgerSince, cancellationToken);
            await SqliteVacuum.RunAsync(_writer, cancellationToken);
            return reduced;
        }
        finally
        {
            _maintenance.Release();
        }
    }

    /// <inheritdoc/>
    /// <remarks>Throws <see cref="JournalRefusedException"/> when the directory is not empty. Retention waits meanwhile: it removes files that the copy refers to.</remarks>
    public async Task BackupAsync(string directory, CancellationToken cancellationToken)
    {
        await _maintenance.WaitAsync(cancellationToken);
        try
        {
            await JournalBackup.TakeAsync(_connections, _options.Directory, directory, Id, _options.TimeProvider.GetUtcNow(), cancellationToken);
        }
        finally
        {
            _maintenance.Release();
        }
    }

    /// <summary>Runs a piece of work on the writer's connection, within a group.</summary>
    internal ValueTask<T> MaintainAsync<T>(Func<DbConnection, T> work, CancellationToken cancellationToken) =>
        _writer.WriteAsync(new WorkUnit<T>(work), cancellationToken);

    /// <summary>Commits what is queued, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _closing.CancelAsync();
        await Swept.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // what it could not remove is swept at the next start
        await _writer.DisposeAsync();
        _connections.Dispose();
        _transaction.Dispose();
        _maintenance.Dispose();
        _closing.Dispose();
    }

    private static Guid ReadOrMakeId(SqliteConnection connection, JournalOptions options)
    {
        connection.Execute("insert into meta (name, value) values ('id', @id) on conflict do nothing", new { id = options.NewId().ToString("D") });
        return Guid.ParseExact(connection.ExecuteScalar<string>("select value from meta where name = 'id'")!, "D");
    }
}
