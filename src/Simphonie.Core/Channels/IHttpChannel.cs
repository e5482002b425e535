namespace Simphonie.Core.Channels;

/// <summary>
/// An inbound channel that lives on the hub's own HTTP listener. The composer maps it with the web framework's own type,
/// which Core does not know: the implementation casts <paramref name="endpoints"/> of <see cref="Map"/> to its route builder.
/// </summary>
public interface IHttpChannel : IInboundChannel
{
    /// <summary>Adds its routes; called once before the listener starts.</summary>
    void Map(object endpoints);
}
