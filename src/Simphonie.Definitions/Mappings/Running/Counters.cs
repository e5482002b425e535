namespace Simphonie.Definitions.Mappings.Running;

/// <summary>Set ids of the output: how many of a kind were made so far.</summary>
internal sealed class Counters
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The next number, from 1.</summary>
    public int Next(string name) => _counts[name] = Current(name) + 1;

    /// <summary>The number last given, 0 before the first.</summary>
    public int Current(string name) => _counts.GetValueOrDefault(name);
}
