namespace Simphonie.Engine.Intake;

/// <summary>The inbound channels by name.</summary>
internal sealed class IntakeChannels(IEnumerable<IntakeChannel> channels)
{
    private readonly Dictionary<string, IntakeChannel> _channels = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);

    public IntakeChannel Get(string name) =>
        _channels.TryGetValue(name, out var channel) ? channel : throw new ArgumentException($"No inbound channel is called {name}.", nameof(name));

    public IntakeChannel? Find(string name) => _channels.GetValueOrDefault(name);
}
