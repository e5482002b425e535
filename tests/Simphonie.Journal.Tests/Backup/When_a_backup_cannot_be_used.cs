using Simphonie.Contracts.Journal;
using Simphonie.Journal.Backup;
using Simphonie.Journal.Tests.Sqlite;

namespace Simphonie.Journal.Tests.Backup;

public sealed class When_a_backup_cannot_be_used
{
    private SqliteJournalFactory _factory = null!;
    private string _backup = "";

    [SetUp]
    public async Task BackUpAsync()
    {
        _factory = new();
        _backup = _factory.NewDirectory();
        await using var journal = await _factory.OpenAsync(TimeProvider.System);
        var large = await journal.Content.StoreAsync(new byte[100_000], CancellationToken.None);
        await journal.AppendAsync(Given.Message() with { Payload = large }, CancellationToken.None);
        await journal.BackupAsync(_backup, CancellationToken.None);
    }

    [TearDown]
    public async Task RemoveAsync() => await _factory.DisposeAsync();

    [Test]
    public async Task Should_restore_when_nothing_is_wrong()
    {
        var manifest = await JournalBackup.RestoreAsync(_backup, _factory.NewDirectory(), CancellationToken.None);

        Assert.That((manifest.Position, manifest.Files), Is.EqualTo((1L, 1L)));
    }

    [Test]
    public void Should_refuse_a_directory_that_is_not_empty()
    {
        Assert.That(Refused(_factory.DataDirectory), Is.EqualTo(JournalCodes.NotEmpty));
    }

    [Test]
    public void Should_refuse_to_back_up_over_something()
    {
        var refused = Assert.CatchAsync<JournalRefusedException>(async () =>
        {
            await using var journal = await _factory.OpenAsync(TimeProvider.System);
            await journal.BackupAsync(_backup, CancellationToken.None);
        });

        Assert.That(refused!.Diagnostic.Code, Is.EqualTo(JournalCodes.NotEmpty));
    }

    [Test]
    public void Should_refuse_one_without_manifest()
    {
        File.Delete(Path.Combine(_backup, "manifest.json"));

        Assert.That(Refused(_factory.NewDirectory()), Is.EqualTo(JournalCodes.BadBackup));
    }

    [Test]
    public void Should_refuse_a_changed_database()
    {
        using (var database = new FileStream(Path.Combine(_backup, "journal.db"), FileMode.Open))
        {
            database.Seek(-1, SeekOrigin.End);
            database.WriteByte(0x5A);
        }

        Assert.That(Refused(_factory.NewDirectory()), Is.EqualTo(JournalCodes.BadBackup));
    }

    [Test]
    public void Should_refuse_changed_or_missing_content([Values] bool missing)
    {
        var file = Directory.EnumerateFiles(Path.Combine(_backup, "content"), "*", SearchOption.AllDirectories).Single();
        File.Delete(file);
        if (!missing)
        {
            File.WriteAllBytes(file, [.. Enumerable.Repeat((byte)1, 100_000)]);
        }

        var target = _factory.NewDirectory();
        Assert.That(Refused(target), Is.EqualTo(JournalCodes.BadBackup));
        Assert.That(File.Exists(DataDirectory.Journal(target)), Is.False, "no hub would start on it");
    }

    private Core.Diagnostics.DiagnosticCode Refused(string target) =>
        Assert.CatchAsync<JournalRefusedException>(() => JournalBackup.RestoreAsync(_backup, target, CancellationToken.None))!.Diagnostic.Code;
}
