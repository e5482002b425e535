namespace Simphonie.Cli.Commands.Sending;

/// <summary>An answer to one message. Its detail is codes and places of the answer, shown because the user asked.</summary>
internal sealed record SendAnswer(bool Accepted, string Code, string? ControlId, string? Detail);

/// <summary>A client that sends files one after the other.</summary>
internal interface ISendClient : IAsyncDisposable
{
    Task<SendAnswer> SendAsync(string file, TimeSpan timeout, CancellationToken cancellationToken);
}

/// <summary>The client of a target.</summary>
internal static class SendClients
{
    public static ISendClient Create(SendTarget target) => target.Kind switch
    {
        "mllp" => new MllpSendClient(target.Address),
        "http" => new HttpSendClient(new(target.Address)),
        _ => new DirectorySendClient(target.Address),
    };
}
