using Simphonie.Engine.Control;
using Simphonie.Engine.Returns;

namespace Simphonie.Cli.Control.Handlers;

/// <summary>Decides about parts of returns that wait.</summary>
internal sealed class ReturnHandler(ReturnBook returns)
{
    public async Task<ControlResponse> AnswerAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var command = new HubCommand(request.Id, request.By);
        var why = request.Text("why") ?? "";
        return (request.Text("action"), request.Number("part")) switch
        {
            ("apply", { } part) => Answers.Of(await returns.ApplyAsync(command, part, request.Text("case"), why, cancellationToken)),
            ("dismiss", { } part) => Answers.Of(await returns.DismissAsync(command, part, why, cancellationToken)),
            _ => Answers.Wrong("Parts of returns are applied or dismissed, by their id."),
        };
    }
}
