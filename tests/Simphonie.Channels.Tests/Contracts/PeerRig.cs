using Simphonie.Contracts.Endpoints;
using Simphonie.Core.Channels;

namespace Simphonie.Channels.Tests.Contracts;

/// <summary>An endpoint that calls a <see cref="BreakingPeer"/>.</summary>
internal sealed class PeerRig(BreakingPeer peer, IEndpoint endpoint, byte[] body) : IEndpointRig
{
    public IEndpoint Endpoint => endpoint;

    public byte[] Body => body;

    public IReadOnlySet<PeerBreak> Breaks => BreakingPeer.Breaks;

    public IReadOnlyList<byte[]> Received => peer.Received;

    public void Break(PeerBreak? at) => peer.Break(at);

    public async ValueTask DisposeAsync()
    {
        await endpoint.DisposeAsync();
        await peer.DisposeAsync();
    }
}
