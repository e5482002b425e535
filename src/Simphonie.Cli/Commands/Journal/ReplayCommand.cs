using System.CommandLine;
using Simphonie.Cli.Control;

namespace Simphonie.Cli.Commands.Journal;

/// <summary>
/// <c>simphonie replay</c>: <c>--dry-run</c> shows what definitions would produce and opens no connection; <c>--as-new --why</c> makes new effects;
/// <c>--resend DELIVERY</c> sends one delivery again to its one endpoint.
/// </summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var message = new Option<long?>("--message") { Description = "All handlings of this message." };
        var handling = new Option<long?>("--handling") { Description = "One handling." };
        var dead = new Option<bool>("--dead") { Description = "All dead letters." };
        var from = new Option<DateTimeOffset?>("--from") { Description = "Messages received at or after this instant." };
        var to = new Option<DateTimeOffset?>("--to") { Description = "Messages received before this instant." };
        var channel = new Option<string?>("--channel") { Description = "Messages of this inbound channel." };
        var type = new Option<string?>("--type") { Description = "Messages of this type, such as ADT^A01." };
        var limit = CommonOptions.Limit();
        var resend = new Option<string?>("--resend") { Description = "One delivery, such as 12.0.0: exactly its frozen bytes, to its one endpoint." };
        var dry = new Option<bool>("--dry-run") { Description = "Only show what would be produced." };
        var against = new Option<string?>("--against") { Description = "Definitions to run with: a revision, its first digits, or `current`." };
        var diff = new Option<bool>("--diff") { Description = "Show how it differs from what left (this shows payload)." };
        var asNew = new Option<bool>("--as-new") { Description = "Handle again for real, with new effects." };
        var force = new Option<bool>("--force") { Description = "Even when something newer was delivered for the same key." };
        var why = CommonOptions.Why();
        var data = CommonOptions.Data();
        var config = CommonOptions.Config();
        var id = CommonOptions.Id();
        var json = CommonOptions.Json();
        var command = new Command("replay", "Run messages again, dry or for real.") { message, handling, dead, from, to, channel, type, limit, resend, dry, against, diff, asNew, force, why, data, config, id, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var action = parsed.GetValue(resend) is not null ? "resend" : parsed.GetValue(asNew) ? "as-new" : parsed.GetValue(dry) || parsed.GetValue(against) is not null ? "dry-run" : null;
            if (action is null)
            {
                await Console.Error.WriteLineAsync("Say --dry-run, --against REVISION, --as-new --why …, or --resend DELIVERY.");
                return ExitStatus.Usage;
            }

            var request = ControlRequests.WithId(
                parsed.GetValue(id)!,
                "replay",
                ("action", action),
                ("message", parsed.GetValue(message)),
                ("handling", parsed.GetValue(handling)),
                ("dead", parsed.GetValue(dead)),
                ("from", parsed.GetValue(from)?.ToString("O")),
                ("to", parsed.GetValue(to)?.ToString("O")),
                ("channel", parsed.GetValue(channel)),
                ("type", parsed.GetValue(type)),
                ("limit", parsed.GetValue(limit)),
                ("delivery", parsed.GetValue(resend)),
                ("against", parsed.GetValue(against)),
                ("diff", parsed.GetValue(diff)),
                ("force", parsed.GetValue(force)),
                ("why", parsed.GetValue(why)));
            return await ControlRunner.RunAsync(parsed.GetValue(data)!, parsed.GetValue(config)!, request, parsed.GetValue(json), cancellationToken);
        });
        return command;
    }
}
