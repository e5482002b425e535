using System.CommandLine;
using Simphonie.Cli.Control;

namespace Simphonie.Cli.Commands.Returns;

/// <summary><c>returns apply ID</c> and <c>returns dismiss ID</c>: what somebody has decided about a part that waits.</summary>
internal static class DecideParked
{
    public static Command Apply()
    {
        var @case = new Option<string?>("--case") { Description = "Key of the case that the part is of; without it, the one that the return names." };
        return Create("apply", "Bring a part that waits to a case; lot, payer and amount asked are then those of the case.", @case);
    }

    public static Command Dismiss() => Create("dismiss", "End a part that waits, because it was dealt with otherwise; no case is told.", null);

    private static Command Create(string action, string description, Option<string?>? @case)
    {
        var part = new Argument<long>("ID") { Description = "Id of the part, as 'returns parked' tells it." };
        var why = new Option<string>("--why") { Description = "The reason, kept in the journal.", Required = true };
        var data = CommonOptions.Data();
        var config = CommonOptions.Config();
        var id = CommonOptions.Id();
        var json = CommonOptions.Json();
        var command = new Command(action, description) { part, why, data, config, id, json };
        if (@case is not null)
        {
            command.Add(@case);
        }

        command.SetAction((parsed, cancellationToken) => ControlRunner.RunAsync(
            parsed.GetValue(data)!,
            parsed.GetValue(config)!,
            ControlRequests.WithId(
                parsed.GetValue(id)!,
                "returns",
                ("action", action),
                ("part", parsed.GetValue(part)),
                ("case", @case is null ? null : parsed.GetValue(@case)),
                ("why", parsed.GetValue(why))),
            parsed.GetValue(json),
            cancellationToken));
        return command;
    }
}
