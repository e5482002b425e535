using Simphonie.Core.Channels;

namespace Simphonie.Contracts.Channels;

/// <summary>What a sender knows of its message.</summary>
public enum SenderState
{
    /// <summary>No answer yet.</summary>
    Waiting,

    /// <summary>Told that it was received: it must never send it again.</summary>
    Acknowledged,

    /// <summary>Told that it was refused.</summary>
    Refused,

    /// <summary>Told to send it again, or left without answer.</summary>
    ToSendAgain,
}

/// <summary>A channel with a sender before it. Made by a fixture for each test.</summary>
public interface IInboundRig : IAsyncDisposable
{
    IInboundChannel Channel { get; }

    /// <summary>A message that the channel can carry.</summary>
    byte[] Body { get; }

    /// <summary>Sends one message; returns when the channel has it or the transport took it, without waiting for the answer.</summary>
    Task SendAsync(byte[] body, CancellationToken cancellationToken);

    /// <summary>Waits until the sender knows, or until the channel has had every chance to tell it.</summary>
    Task<SenderState> StateAsync(CancellationToken cancellationToken);

    /// <summary>What the sender knows at this moment, without waiting.</summary>
    SenderState Now { get; }
}
