using System.CommandLine;

namespace Simphonie.Cli.Commands.Messages;

/// <summary><c>messages export ID --to FILE</c>: the bytes as they were received.</summary>
internal static class ExportMessage
{
    public static Command Create()
    {
        var id = new Argument<long>("ID") { Description = "Id of the message." };
        var data = CommonOptions.Data();
        var to = new Option<string?>("--to") { Description = "File to write (0600); without it, standard output." };
        var command = new Command("export", "Write the bytes of a message as they were received.") { id, data, to };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var journal = JournalAccess.Open(parsed.GetValue(data)!);
            var message = await journal.Reader.MessageAsync(parsed.GetValue(id), cancellationToken);
            if (message?.Payload is not { } payload)
            {
                await Console.Error.WriteLineAsync(JournalAccess.NotFound("payload of message", parsed.GetValue(id)).ToString());
                return ExitStatus.Findings;
            }

            await using var source = payload.OpenRead();
            await using var target = parsed.GetValue(to) is { } path ? Private(path) : Console.OpenStandardOutput();
            await source.CopyToAsync(target, cancellationToken);
            return ExitStatus.Fine;
        });
        return command;
    }

    private static FileStream Private(string path) =>
        new(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
}
