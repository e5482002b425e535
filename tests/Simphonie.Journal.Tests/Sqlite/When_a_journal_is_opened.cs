using Dapper;
using Microsoft.Data.Sqlite;
using Simphonie.Contracts.Journal;
using Simphonie.Journal.Sqlite;

namespace Simphonie.Journal.Tests.Sqlite;

public sealed class When_a_journal_is_opened
{
    private SqliteJournalFactory _factory = null!;

    [SetUp]
    public void MakeFactory() => _factory = new();

    [TearDown]
    public async Task RemoveAsync() => await _factory.DisposeAsync();

    [Test]
    public async Task Should_refuse_one_that_a_newer_hub_wrote_and_leave_it_as_it_is()
    {
        await MakeAsync("pragma user_version = 999");

        var refused = Assert.CatchAsync<JournalRefusedException>(() => OpenAsync());

        Assert.That(refused!.Diagnostic.Code, Is.EqualTo(JournalCodes.NewerVersion));
        Assert.That(() => SqliteJournalReader.Open(_factory.DataDirectory), Throws.InstanceOf<JournalRefusedException>());
        Assert.That(Execute("pragma user_version"), Is.EqualTo(999));
    }

    [Test]
    public async Task Should_refuse_a_database_of_something_else()
    {
        await MakeAsync("pragma application_id = 7");

        Assert.That(Assert.CatchAsync<JournalRefusedException>(() => OpenAsync())!.Diagnostic.Code, Is.EqualTo(JournalCodes.NotAJournal));
    }

    [Test]
    public async Task Should_refuse_a_file_that_is_no_database()
    {
        await MakeAsync("select 1");
        await File.WriteAllTextAsync(DataDirectory.Journal(_factory.DataDirectory), new string('x', 8192));

        Assert.That(Assert.CatchAsync<JournalRefusedException>(() => OpenAsync())!.Diagnostic.Code, Is.EqualTo(JournalCodes.NotAJournal));
    }

    [Test]
    public async Task Should_refuse_to_go_on_without_the_key_it_was_written_with()
    {
        await MakeAsync("select 1");
        File.Delete(Path.Combine(_factory.DataDirectory, DataDirectory.KeyName));

        Assert.That(Assert.CatchAsync<JournalRefusedException>(() => OpenAsync())!.Diagnostic.Code, Is.EqualTo(JournalCodes.BadKey));
    }

    [Test]
    public async Task Should_be_durable_and_give_pages_back()
    {
        await using var journal = await OpenAsync();

        var settings = await journal.MaintainAsync(
            connection => (
                connection.ExecuteScalar<string>("pragma journal_mode"),
                connection.ExecuteScalar<long>("pragma synchronous"),
                connection.ExecuteScalar<long>("pragma auto_vacuum")),
            CancellationToken.None);

        Assert.That(settings, Is.EqualTo(("wal", 2L, 2L)));
    }

    [Test]
    public async Task Should_be_for_its_owner_only()
    {
        await using var journal = await OpenAsync();
        await journal.AppendAsync(Given.Message(), CancellationToken.None);
        await journal.Content.StoreAsync(new byte[100_000], CancellationToken.None);

        var files = Directory.EnumerateFiles(_factory.DataDirectory, "*", SearchOption.AllDirectories).ToArray();
        Assert.That(files, Has.Length.GreaterThanOrEqualTo(4), "database, WAL, key and content");
        Assert.That(files.Select(File.GetUnixFileMode), Is.All.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.That(
            Directory.EnumerateDirectories(_factory.DataDirectory, "*", SearchOption.AllDirectories).Select(File.GetUnixFileMode),
            Is.All.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    [Test]
    public async Task Should_sweep_content_that_nothing_refers_to()
    {
        await using (var journal = await OpenAsync())
        {
            await journal.Content.StoreAsync(new byte[100_000], CancellationToken.None);
            var kept = await journal.Content.StoreAsync(new byte[100_001], CancellationToken.None);
            await journal.AppendAsync(Given.Message() with { Payload = kept }, CancellationToken.None);
        }

        await using var reopened = await OpenAsync();
        await reopened.Swept;

        var left = Directory.EnumerateFiles(Path.Combine(_factory.DataDirectory, DataDirectory.ContentName), "*", SearchOption.AllDirectories);
        Assert.That(left.Select(file => new FileInfo(file).Length), Is.EqualTo(new[] { 100_001L }));
    }

    [Test]
    public async Task Should_be_readable_by_a_command_while_the_hub_writes_and_afterwards()
    {
        var journal = await OpenAsync();
        await journal.AppendAsync(Given.Message(), CancellationToken.None);

        using (var command = SqliteJournalReader.Open(_factory.DataDirectory))
        {
            await journal.AppendAsync(Given.Message(), CancellationToken.None);
            Assert.That(command.Id, Is.EqualTo(journal.Id));
            Assert.That((await command.Reader.FiguresAsync(CancellationToken.None)).Messages, Is.EqualTo(2));
        }

        await journal.DisposeAsync();
        using var afterwards = SqliteJournalReader.Open(_factory.DataDirectory);
        Assert.That((await afterwards.Reader.MessageAsync(2, CancellationToken.None))!.Payload, Is.Not.Null);
    }

    [Test]
    public void Should_tell_a_command_that_there_is_none()
    {
        var refused = Assert.Catch<JournalRefusedException>(() => SqliteJournalReader.Open(_factory.DataDirectory));

        Assert.That(refused!.Diagnostic.Code, Is.EqualTo(JournalCodes.NoJournal));
    }

    private Task<SqliteJournal> OpenAsync() => SqliteJournal.OpenAsync(new() { Directory = _factory.DataDirectory }, CancellationToken.None);

    private async Task MakeAsync(string then)
    {
        await (await OpenAsync()).DisposeAsync();
        Execute(then);
    }

    private long? Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DataDirectory.Journal(_factory.DataDirectory)};Pooling=False");
        return connection.ExecuteScalar<long?>(sql);
    }
}
