using System.CommandLine;
using System.Globalization;
using Simphonie.Cli.Control;
using Simphonie.Journal;
using Simphonie.Journal.Locking;
using Simphonie.Journal.Sqlite;

namespace Simphonie.Cli.Commands.Maintenance;

/// <summary><c>simphonie backup DIR</c>: a consistent copy of the journal, its content and its ledger, while the hub runs or not.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "An empty or new directory." };
        var data = CommonOptions.Data();
        var command = new Command("backup", "Copy the journal while the hub runs.") { directory, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var target = Path.GetFullPath(parsed.GetValue(directory)!);
            var source = parsed.GetValue(data)!;
            var answer = await ControlClient.SendAsync(source, ControlRequests.Make("backup", ("directory", target)), cancellationToken);
            if (answer is not null)
            {
                return ControlAnswer.Print(answer, json: false);
            }

            if (DataDirectoryLock.TryTake(source) is not LockOutcome.Taken taken)
            {
                await Console.Error.WriteLineAsync(CommandCodes.Locked.Title);
                return ExitStatus.Environment;
            }

            using (taken.Lock)
            {
                await using var journal = await SqliteJournal.OpenAsync(new() { Directory = source }, cancellationToken);
                await journal.BackupAsync(target, cancellationToken);
            }

            Console.WriteLine($"Backed up to {target}.");
            return ExitStatus.Fine;
        });
        return command;
    }
}
