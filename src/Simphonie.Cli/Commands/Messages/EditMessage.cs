using System.CommandLine;
using Simphonie.Cli.Control;

namespace Simphonie.Cli.Commands.Messages;

/// <summary><c>messages edit ID FILE</c>: sends an edited copy through the hub, once, linked to its original.</summary>
internal static class EditMessage
{
    public static Command Create()
    {
        var id = new Argument<long>("ID") { Description = "Id of the original." };
        var file = new Argument<string>("FILE") { Description = "The edited bytes." };
        var data = CommonOptions.Data();
        var config = CommonOptions.Config();
        var command = CommonOptions.Id();
        var json = CommonOptions.Json();
        var edit = new Command("edit", "Send an edited copy of a message through the hub, once, linked to its original.") { id, file, data, config, command, json };
        edit.SetAction((parsed, cancellationToken) => ControlRunner.RunAsync(
            parsed.GetValue(data)!,
            parsed.GetValue(config)!,
            ControlRequests.WithId(parsed.GetValue(command)!, "replay", ("action", "edit"), ("message", parsed.GetValue(id)), ("file", Path.GetFullPath(parsed.GetValue(file)!))),
            parsed.GetValue(json),
            cancellationToken));
        return edit;
    }
}
