using Simphonie.Core.Channels;

namespace Simphonie.Contracts.Endpoints;

/// <summary>Where a peer breaks the exchange.</summary>
public enum PeerBreak
{
    /// <summary>It cannot be reached at all.</summary>
    Unreachable,

    /// <summary>It resets after the connection stands, before a byte was taken.</summary>
    BeforeFirstByte,

    /// <summary>It takes the whole message and resets without an answer.</summary>
    AfterLastByte,

    /// <summary>It resets in the middle of its answer.</summary>
    DuringAnswer,
}

/// <summary>An endpoint with a peer behind it. Made by a fixture for each test.</summary>
public interface IEndpointRig : IAsyncDisposable
{
    IEndpoint Endpoint { get; }

    /// <summary>A body that the endpoint's format can carry.</summary>
    byte[] Body { get; }

    /// <summary>Breaks that this kind of peer can make.</summary>
    IReadOnlySet<PeerBreak> Breaks { get; }

    /// <summary>From now on the peer breaks there; null: it works.</summary>
    void Break(PeerBreak? at);

    /// <summary>What the peer has, in order, each arrival once.</summary>
    IReadOnlyList<byte[]> Received { get; }
}
