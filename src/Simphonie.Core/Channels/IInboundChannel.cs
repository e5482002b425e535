namespace Simphonie.Core.Channels;

/// <summary>
/// A way in. The hub calls <see cref="StartAsync"/> once, <see cref="StopAsync"/> once, then disposes.
/// </summary>
public interface IInboundChannel : IAsyncDisposable
{
    /// <summary>Name in <c>hub.yaml</c>.</summary>
    string Name { get; }

    /// <summary>Begins to accept; returns when it listens. Throws <see cref="ChannelStartException"/> when it cannot (port taken, certificate unreadable).</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Stops accepting, lets messages in progress be acknowledged until the token is cancelled, then closes.</summary>
    Task StopAsync(CancellationToken cancellationToken);
}
