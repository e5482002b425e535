using Simphonie.Cli.Composition;
using Simphonie.Cli.Demo;
using Simphonie.Cli.Running;

namespace Simphonie.Cli.Control;

/// <summary>
/// Gives a command to the hub that runs on a data directory; with none running, takes the lock and carries it out on the stopped hub of <c>--config</c>.
/// </summary>
internal static class ControlRunner
{
    public static async Task<int> RunAsync(string data, string config, ControlRequest request, bool json, CancellationToken cancellationToken)
    {
        var (status, answer) = await AskAsync(data, config, request, cancellationToken);
        return answer is null ? status : ControlAnswer.Print(answer, json);
    }

    /// <summary>The answer, or null and the status when the stopped hub could not be opened (its findings are printed).</summary>
    public static async Task<(int Status, ControlResponse? Answer)> AskAsync(string data, string config, ControlRequest request, CancellationToken cancellationToken)
    {
        if (await ControlClient.SendAsync(data, request, cancellationToken) is { } answer)
        {
            return (answer.Status, answer);
        }

        try
        {
            await using var parts = await HubParts.OpenStoppedAsync(new() { Config = ConfigOf(data, config), Data = data, Environment = DemoSecrets.For(data) }, cancellationToken);
            var done = await new HubControl(parts).AnswerAsync(request, cancellationToken);
            return (done.Status, done);
        }
        catch (HubStartException exception)
        {
            return (StartFailure.Print(exception), null);
        }
    }

    /// <summary>The demonstration's data belong to the demonstration's hub.yaml, unless the user names another.</summary>
    private static string ConfigOf(string data, string config) =>
        !File.Exists(config) && Directory.Exists(DemoSecrets.AuthorityIn(data)) ? Path.Combine(Home.Directory, "samples", "demo", "hub.yaml") : config;
}
