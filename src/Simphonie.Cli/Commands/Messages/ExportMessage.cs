using System.CommandLine;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Cli.Commands.Messages;

/// <summary>
/// <c>messages export ID --to FILE</c>: the bytes as they were received. <c>--delivery 12.0.0</c>: the frozen bytes of a delivery of it,
/// with <c>--answer</c> what the peer answered.
/// </summary>
internal static class ExportMessage
{
    public static Command Create()
    {
        var id = new Argument<long?>("ID") { Description = "Id of the message.", Arity = ArgumentArity.ZeroOrOne };
        var delivery = new Option<string?>("--delivery") { Description = "A delivery, such as 12.0.0, instead of a message." };
        var answer = new Option<bool>("--answer") { Description = "The answer to the delivery." };
        var data = CommonOptions.Data();
        var to = new Option<string?>("--to") { Description = "File to write (0600); without it, standard output." };
        var command = new Command("export", "Write the bytes of a message, a delivery or an answer.") { id, delivery, answer, data, to };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var journal = JournalAccess.Open(parsed.GetValue(data)!);
            var asked = parsed.GetValue(delivery);
            var payload = asked is not null
                ? await OfDeliveryAsync(journal.Reader, asked, parsed.GetValue(answer), cancellationToken)
                : parsed.GetValue(id) is { } message ? (await journal.Reader.MessageAsync(message, cancellationToken))?.Payload : null;
            if (payload is null)
            {
                await Console.Error.WriteLineAsync(JournalAccess.NotFound("payload of", asked ?? $"message {parsed.GetValue(id)}").ToString());
                return ExitStatus.Findings;
            }

            await using var source = payload.OpenRead();
            await using var target = parsed.GetValue(to) is { } path ? Private(path) : Console.OpenStandardOutput();
            await source.CopyToAsync(target, cancellationToken);
            return ExitStatus.Fine;
        });
        return command;
    }

    private static async Task<Payload?> OfDeliveryAsync(IJournalReader journal, string key, bool answer, CancellationToken cancellationToken)
    {
        var delivery = DeliveryKey.TryParse(key, out var parsed) ? await journal.DeliveryAsync(parsed, cancellationToken) : null;
        return answer ? delivery?.Answer : delivery?.Body;
    }

    private static FileStream Private(string path) =>
        new(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
}
