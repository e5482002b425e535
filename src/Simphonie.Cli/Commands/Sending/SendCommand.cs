using System.CommandLine;
using Simphonie.Cli.Output;

namespace Simphonie.Cli.Commands.Sending;

/// <summary><c>simphonie send CHANNEL FILE…</c>: be a client. CHANNEL is <c>mllp://host:port</c>, an HTTP address, a folder, or a name in <c>--config</c>.</summary>
internal static class SendCommand
{
    public static Command Create()
    {
        var channel = new Argument<string>("CHANNEL") { Description = "mllp://host:port, http(s)://…, a folder, or the name of an inbound channel of --config." };
        var files = new Argument<string[]>("FILE") { Description = "Messages, sent in order.", Arity = ArgumentArity.OneOrMore };
        var config = new Option<string?>("--config") { Description = "The hub.yaml that names the channel." };
        var timeout = new Option<int>("--timeout") { Description = "Seconds to wait for each answer.", DefaultValueFactory = _ => 30 };
        var json = CommonOptions.Json();
        var command = new Command("send", "Send messages as a client would.") { channel, files, config, timeout, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var printer = new Printer(Console.Out, Console.Error, parsed.GetValue(json));
            if (SendTarget.Parse(parsed.GetValue(channel)!, parsed.GetValue(config)) is not { } target)
            {
                printer.Error("CHANNEL is mllp://host:port, an HTTP address, a folder, or the name of an inbound channel of --config.");
                return ExitStatus.Usage;
            }

            await using var client = SendClients.Create(target);
            var rows = new List<Row>();
            var failed = false;
            foreach (var file in parsed.GetValue(files)!)
            {
                var answer = await client.SendAsync(file, TimeSpan.FromSeconds(parsed.GetValue(timeout)), cancellationToken);
                failed |= !answer.Accepted;
                rows.Add(new() { { "file", file }, { "answer", answer.Code }, { "control id", answer.ControlId }, { "detail", answer.Detail } });
            }

            printer.Rows(rows);
            return failed ? ExitStatus.Findings : ExitStatus.Fine;
        });
        return command;
    }
}
