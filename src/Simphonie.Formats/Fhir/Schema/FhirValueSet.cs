namespace Simphonie.Formats.Fhir.Schema;

/// <summary>The codes of a value set that a binding requires, by code system. An open one (MIME types, currencies, units) lists none and holds every code.</summary>
public sealed class FhirValueSet
{
    private readonly Dictionary<string, HashSet<string>> _systems = new(StringComparer.Ordinal);

    internal FhirValueSet(string url) => Url = url;

    public string Url { get; }

    public bool IsOpen => _systems.Count == 0;

    /// <summary>Code systems and their codes; empty for an open one.</summary>
    public IEnumerable<KeyValuePair<string, IReadOnlyCollection<string>>> Systems =>
        _systems.Select(system => KeyValuePair.Create<string, IReadOnlyCollection<string>>(system.Key, system.Value));

    /// <summary>True when some system of the set has the code: what a value of type <c>code</c> is checked by.</summary>
    public bool Holds(string code)
    {
        foreach (var codes in _systems.Values)
        {
            if (codes.Contains(code))
            {
                return true;
            }
        }

        return IsOpen;
    }

    /// <summary>True when the system is of the set and has the code.</summary>
    public bool Holds(string system, string code) => IsOpen || (_systems.TryGetValue(system, out var codes) && codes.Contains(code));

    internal void Add(string system, ReadOnlySpan<string> codes) => _systems[system] = new HashSet<string>(codes.ToArray(), StringComparer.Ordinal);
}
