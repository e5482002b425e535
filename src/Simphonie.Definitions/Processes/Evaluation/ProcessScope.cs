using Simphonie.Core.Schemas;
using Simphonie.Definitions.Processes.Model;

namespace Simphonie.Definitions.Processes.Evaluation;

/// <summary>The names that an expression of a process may use, as a schema to check it against.</summary>
internal sealed class ProcessScope : ISchema
{
    private readonly Dictionary<string, Dictionary<string, SchemaElement>> _types;

    /// <param name="process">Its holds and profile.</param>
    /// <param name="shape">The event that is dealt with, when it is declared.</param>
    /// <param name="isTimer">At a timer there is no event.</param>
    public ProcessScope(ProcessParts process, EventShape? shape, bool isTimer)
    {
        _types = new(StringComparer.Ordinal)
        {
            ["process"] = Elements([("case", "case"), ("profile", "profile"), ("entered", "System.DateTime"), .. isTimer ? [] : (IEnumerable<(string, string)>)[("event", "event")]]),
            ["case"] = Elements([("state", "System.String"), ("key", "System.String"), .. process.Holds.Select(static hold => (hold.Name, TypeOf(hold.Kind)))]),
            ["profile"] = Elements(process.Profile.Values.Select(static value => (value.Key, "System." + value.Value.Kind))),
        };
        if (shape is not null)
        {
            _types["event"] = Elements([("name", "System.String"), ("at", "System.DateTime"), .. shape.Values.Select(static value => (value.Name, TypeOf(value.Kind)))]);
        }
    }

    public SchemaHeader Header { get; } = new("process", "1", DateOnly.MinValue, "this process", SchemaStatus.Site);

    public string Format => "process";

    public string RootType => "process";

    public static string TypeOf(HoldKind kind) => kind switch
    {
        HoldKind.Money or HoldKind.Integer => "System.Long",
        HoldKind.Instant => "System.DateTime",
        HoldKind.Date => "System.Date",
        _ => "System.String",
    };

    public bool TryGetElement(string type, string name, out SchemaElement element)
    {
        element = default;
        return _types.TryGetValue(type, out var elements) && elements.TryGetValue(name, out element);
    }

    public IReadOnlyList<string> ElementNames(string type) => _types.TryGetValue(type, out var elements) ? [.. elements.Keys] : [];

    public bool HasType(string type) => _types.ContainsKey(type);

    private static Dictionary<string, SchemaElement> Elements(IEnumerable<(string Name, string Type)> elements)
    {
        var all = new Dictionary<string, SchemaElement>(StringComparer.Ordinal);
        foreach (var (name, type) in elements)
        {
            all.TryAdd(name, new(name, [type], 0, 1));
        }

        return all;
    }
}
