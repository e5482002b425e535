namespace Simphonie.Simulators.Amo.Doors;

/// <summary>A way that files come to the simulated AMO, and answers go back. Started once, then asked again and again to put out what is due.</summary>
internal interface IAmoDoor : IAsyncDisposable
{
    /// <summary>Begins to take files. Throws <see cref="Core.Channels.ChannelStartException"/> when its folders cannot be used.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Puts out the answers that are due. What cannot leave now stays for the next call.</summary>
    Task AnswerAsync(CancellationToken cancellationToken);
}
