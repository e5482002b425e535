namespace Simphonie.Engine.Delivery;

/// <summary>The lines of all endpoints, by name.</summary>
internal sealed class EndpointLines(IReadOnlyDictionary<string, EndpointLine> lines)
{
    public IEnumerable<EndpointLine> All => lines.Values;

    public EndpointLine? Find(string endpoint) => lines.GetValueOrDefault(endpoint);
}
