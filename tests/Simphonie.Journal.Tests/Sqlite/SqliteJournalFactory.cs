using Simphonie.Contracts.Journal;
using Simphonie.Core.Journal;
using Simphonie.Journal.Backup;
using Simphonie.Journal.Sqlite;

namespace Simphonie.Journal.Tests.Sqlite;

/// <summary>A journal in a temporary directory that goes with the test.</summary>
public sealed class SqliteJournalFactory : IJournalFactory
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("simphonie-journal-");
    private int _directories;

    public string DataDirectory => Path.Combine(_place.FullName, "data");

    public async ValueTask<IJournal> OpenAsync(TimeProvider timeProvider) =>
        await SqliteJournal.OpenAsync(new() { Directory = DataDirectory, TimeProvider = timeProvider }, CancellationToken.None);

    public async ValueTask<IJournal> RestoreAsync(string backup, TimeProvider timeProvider)
    {
        var directory = NewDirectory();
        await JournalBackup.RestoreAsync(backup, directory, CancellationToken.None);
        return await SqliteJournal.OpenAsync(new() { Directory = directory, TimeProvider = timeProvider }, CancellationToken.None);
    }

    public string NewDirectory() => Path.Combine(_place.FullName, $"directory-{++_directories}");

    public IEnumerable<ReadOnlyMemory<byte>> Stored() =>
        Directory.EnumerateFiles(DataDirectory, "*", SearchOption.AllDirectories).Select(file => new ReadOnlyMemory<byte>(File.ReadAllBytes(file)));

    public ValueTask DisposeAsync()
    {
        _place.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
