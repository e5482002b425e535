using System.CommandLine;
using Simphonie.Cli.Control;

namespace Simphonie.Cli.Commands.Lots;

/// <summary><c>simphonie lots list / show / close / answer / reopen / take-out / settle / accept</c>.</summary>
internal static class LotsCommand
{
    public static Command Create() => new("lots", "Lots of invoices: where they stand, and what a human may do with them.")
    {
        ListLots.Create(),
        ShowLot.Create(),
        OfLot("close", "End an open lot, or release one that is held: it is numbered and leaves.", needsWhy: false),
        Answer(),
        OfLot("reopen", "Take a lot back before it has arrived: its invoices come into a new lot, held, that can be changed and closed.", needsWhy: true),
        OfLot("settle", "End a lot that is with its recipient, with all that is open in it; its number is free again.", needsWhy: true),
        TakeOut(),
        Accept(),
    };

    private static Command OfLot(string action, string description, bool needsWhy)
    {
        var lot = new Argument<long>("ID") { Description = "Id of the lot." };
        var command = new Command(action, description) { lot };
        return Acting(command, needsWhy, (parsed, why) => [("action", action), ("lot", parsed.GetValue(lot)), ("why", why)]);
    }

    private static Command Answer()
    {
        var lot = new Argument<long>("ID") { Description = "Id of the lot." };
        var refused = new Option<string?>("--refused") { Description = "Code of the refusal; without it, the recipient has the lot." };
        var command = new Command("answer", "Say what a recipient has answered about a lot, where its acknowledgement could not be brought to it.") { lot };
        command.Options.Add(refused);
        return Acting(command, needsWhy: true, (parsed, why) => [("action", "answer"), ("lot", parsed.GetValue(lot)), ("refused", parsed.GetValue(refused)), ("why", why)]);
    }

    private static Command TakeOut()
    {
        var invoice = new Argument<string>("INVOICE") { Description = "Number and complement of the invoice: 123456789/000000." };
        var command = new Command("take-out", "Take an invoice out of a lot that has no number yet.") { invoice };
        return Acting(command, needsWhy: false, (parsed, _) => [("action", "take-out"), ("invoice", parsed.GetValue(invoice))]);
    }

    private static Command Accept() => Acting(
        new("accept", "Accept that numbers of lots were given after this journal's backup, and let lots leave again."),
        needsWhy: true,
        (_, why) => [("action", "accept"), ("why", why)]);

    private static Command Acting(Command command, bool needsWhy, Func<ParseResult, string?, (string, object?)[]> arguments)
    {
        var why = new Option<string?>("--why") { Description = "The reason, kept in the journal.", Required = needsWhy };
        var data = CommonOptions.Data();
        var config = CommonOptions.Config();
        var id = CommonOptions.Id();
        var json = CommonOptions.Json();
        foreach (var option in (Option[])[.. needsWhy ? [why] : (Option[])[], data, config, id, json])
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => ControlRunner.RunAsync(
            parsed.GetValue(data)!,
            parsed.GetValue(config)!,
            ControlRequests.WithId(parsed.GetValue(id)!, "lots", arguments(parsed, needsWhy ? parsed.GetValue(why) : null)),
            parsed.GetValue(json),
            cancellationToken));
        return command;
    }
}
