using Simphonie.Engine.Control;

namespace Simphonie.Cli.Control.Handlers;

/// <summary>Retries, releases or discards dead letters: one by its id, or all of a cause.</summary>
internal sealed class DeadLetterHandler(HubCommands commands)
{
    public async Task<ControlResponse> AnswerAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var command = new HubCommand(request.Id, request.By);
        var why = request.Text("why") ?? "";
        Func<HubCommand, long, CancellationToken, ValueTask<CommandResult>>? act = request.Text("action") switch
        {
            "retry" when request.Flag("current") => commands.RetryUnderCurrentAsync,
            "retry" => commands.RetryAsync,
            "release" => commands.ReleaseAsync,
            "discard" => (one, handling, token) => commands.DiscardAsync(one, handling, why, token),
            _ => null,
        };
        if (act is null)
        {
            return Answers.Wrong("Dead letters are retried, released or discarded.");
        }

        if (request.Number("handling") is { } handling)
        {
            return Answers.Of(await act(command, handling, cancellationToken));
        }

        var choice = new DeadLetterChoice(request.Text("cause"), request.Text("place"), request.Text("route"));
        return choice.CauseCode is null && choice.Route is null && !request.Flag("all")
            ? Answers.Wrong("Name a handling, a --cause, a --route, or --all.")
            : Answers.Of(await commands.ForAllAsync(command, choice, act, cancellationToken));
    }
}
