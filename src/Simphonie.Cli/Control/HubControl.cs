using System.Globalization;
using Simphonie.Cli.Composition;
using Simphonie.Cli.Control.Handlers;

namespace Simphonie.Cli.Control;

/// <summary>Carries out the commands that write, or that need a whole hub: for a running one over its control socket, for a stopped one in this process.</summary>
internal sealed class HubControl(HubParts parts)
{
    private readonly DeadLetterHandler _deadLetters = new(parts.Engine.Commands);
    private readonly LotHandler _lots = new(parts.Engine.Lots, parts.Hub);
    private readonly WorkHandler _work = new(parts.Engine.Commands);
    private readonly ReturnHandler _returns = new(parts.Engine.Returns);
    private readonly ReplayHandler _replay = new(parts);
    private readonly DefinitionHandler _definitions = new(parts);

    public async Task<ControlResponse> AnswerAsync(ControlRequest request, CancellationToken cancellationToken) => request.Command switch
    {
        "backup" => await BackupAsync(request, cancellationToken),
        "why" => await WhyAsync(request, cancellationToken),
        "deadletters" => await _deadLetters.AnswerAsync(request, cancellationToken),
        "work" => await _work.AnswerAsync(request, cancellationToken),
        "lots" => await _lots.AnswerAsync(request, cancellationToken),
        "returns" => await _returns.AnswerAsync(request, cancellationToken),
        "replay" => await _replay.AnswerAsync(request, cancellationToken),
        "definitions" => await _definitions.AnswerAsync(request, cancellationToken),
        _ => Answers.Wrong(string.Create(CultureInfo.InvariantCulture, $"This hub does not know the command {request.Command}.")),
    };

    private async Task<ControlResponse> BackupAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        if (request.Text("directory") is not { } directory)
        {
            return Answers.Wrong("A backup needs a directory.");
        }

        await parts.Journal.BackupAsync(directory, cancellationToken);
        return Answers.Done($"Backed up to {directory}.");
    }

    private async Task<ControlResponse> WhyAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        if (request.Number("message") is not { } message)
        {
            return Answers.Wrong("Which message?");
        }

        var where = await parts.Engine.Why.MessageAsync(message, cancellationToken);
        return new(ExitStatus.Fine, null, [.. where.Select(place => Answers.Row(("handling", place.Handling), ("reason", place.Reason.ToString()), ("sentence", place.Sentence)))]);
    }
}
