using System.Globalization;
using System.Text.Json;
using Simphonie.Cli.Composition;

namespace Simphonie.Cli.Control;

/// <summary>Carries out the writing commands that come over the control socket of a running hub.</summary>
internal sealed class HubControl(HubParts parts)
{
    public async Task<ControlResponse> AnswerAsync(ControlRequest request, CancellationToken cancellationToken) => request.Command switch
    {
        "backup" => await BackupAsync(request, cancellationToken),
        _ => new(ExitStatus.Usage, string.Create(CultureInfo.InvariantCulture, $"This hub does not know the command {request.Command}."), []),
    };

    private async Task<ControlResponse> BackupAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var directory = request.Arguments.TryGetValue("directory", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (directory is null)
        {
            return new(ExitStatus.Usage, "A backup needs a directory.", []);
        }

        await parts.Journal.BackupAsync(directory, cancellationToken);
        return new(ExitStatus.Fine, $"Backed up to {directory}.", []);
    }
}
