using System.CommandLine;
using Simphonie.Journal;
using Simphonie.Journal.Backup;

namespace Simphonie.Cli.Commands.Maintenance;

/// <summary><c>simphonie restore DIR</c>: puts a backup into an empty data directory.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The backup." };
        var data = CommonOptions.Data();
        var command = new Command("restore", "Put a backup into an empty data directory.") { directory, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                var manifest = await JournalBackup.RestoreAsync(parsed.GetValue(directory)!, parsed.GetValue(data)!, cancellationToken);
                Console.WriteLine($"Restored {manifest.JournalId}, journal position {manifest.Position}.");
                return ExitStatus.Fine;
            }
            catch (JournalRefusedException exception)
            {
                await Console.Error.WriteLineAsync(exception.Diagnostic.ToString());
                return ExitStatus.Environment;
            }
        });
        return command;
    }
}
