using Simphonie.Engine.Control;

namespace Simphonie.Cli.Control.Handlers;

/// <summary>Takes and closes work items.</summary>
internal sealed class WorkHandler(HubCommands commands)
{
    public async Task<ControlResponse> AnswerAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var command = new HubCommand(request.Id, request.By);
        return (request.Text("action"), request.Number("item")) switch
        {
            ("take", { } item) => Answers.Of(await commands.TakeWorkAsync(command, item, cancellationToken)),
            ("done", { } item) => Answers.Of(await commands.CloseWorkAsync(command, item, request.Text("why") ?? "", cancellationToken)),
            _ => Answers.Wrong("Work items are taken or done, by their id."),
        };
    }
}
