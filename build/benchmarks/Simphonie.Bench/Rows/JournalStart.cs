using System.Diagnostics;
using Simphonie.Journal.Sqlite;

namespace Simphonie.Bench.Rows;

/// <summary>Time from nothing to a journal that has answered its figures and kept its first message.</summary>
internal readonly record struct JournalStartResult(long Messages, double OpenMilliseconds, double ReadyMilliseconds);

/// <summary>Opens a journal that <see cref="FilledJournal"/> made.</summary>
internal static class JournalStart
{
    public static async Task<JournalStartResult> RunAsync(string directory, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        await using var journal = await SqliteJournal.OpenAsync(new() { Directory = directory }, cancellationToken);
        var opened = Stopwatch.GetElapsedTime(start);
        var figures = await journal.Reader.FiguresAsync(cancellationToken);
        await journal.AppendAsync(BenchMessages.Append(figures.Messages + 1), cancellationToken);
        return new(figures.Messages, opened.TotalMilliseconds, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
}
