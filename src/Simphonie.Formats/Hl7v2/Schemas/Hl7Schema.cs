using System.Diagnostics.CodeAnalysis;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Hl7v2.Reading;

namespace Simphonie.Formats.Hl7v2.Schemas;

/// <summary>
/// Segments, data types, tables, events and rules of one version of HL7 v2 or of a national profile of it. Immutable.
/// The root type is <c>Message</c>: its elements are segments, theirs are fields (<c>PID-3</c>), theirs are components (<c>CX-1</c>).
/// </summary>
public sealed class Hl7Schema : ISchema
{
    internal const string MessageType = "Message";

    private static readonly string[] Varies = ["varies"];

    private readonly Dictionary<int, Hl7Composite> _byKey;
    private readonly Dictionary<string, Hl7Event> _byEvent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Hl7Rule[]> _rules;
    private readonly PartStatements _parts;

    internal Hl7Schema(Hl7SchemaParts parts)
    {
        Header = parts.Header;
        Segments = parts.Segments;
        Types = parts.Types;
        Tables = parts.Tables;
        Structures = parts.Structures;
        Events = parts.Events;
        Contexts = parts.Contexts;
        Rules = parts.Rules;
        Contradictions = parts.Contradictions;
        Keys = parts.Keys;
        LunarDates = parts.LunarDates;
        Stated = parts.Stated;
        _byKey = parts.Segments.Values.ToDictionary(segment => SegmentName.Key(segment.Name));
        _rules = parts.Rules.GroupBy(rule => rule.Target.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        _parts = new([.. parts.Segments.Values, .. parts.Types.Values, .. parts.Contexts.SelectMany(context => context.Segments.Values)], parts.Types);
        foreach (var one in Events)
        {
            _byEvent.TryAdd(one.Code, one);
        }
    }

    public SchemaHeader Header { get; }

    public string Format => Hl7Format.FormatName;

    public string RootType => MessageType;

    public IReadOnlyDictionary<string, Hl7Composite> Segments { get; }

    public IReadOnlyDictionary<string, Hl7Composite> Types { get; }

    public IReadOnlyDictionary<string, Hl7Table> Tables { get; }

    /// <summary>Structures of HL7 itself by name (<c>ADT_A01</c>).</summary>
    public IReadOnlyDictionary<string, Hl7Structure> Structures { get; }

    /// <summary>Events that the profile names, every row of its source.</summary>
    public IReadOnlyList<Hl7Event> Events { get; }

    public IReadOnlyList<Hl7Context> Contexts { get; }

    public IReadOnlyList<Hl7Rule> Rules { get; }

    public IReadOnlyList<Hl7Contradiction> Contradictions { get; }

    public IReadOnlyList<Hl7Key> Keys { get; }

    /// <summary>Fields that may hold a lunar date: a month or day that no calendar has, as on the card.</summary>
    public IReadOnlyList<Hl7Target> LunarDates { get; }

    /// <summary>What the profile itself states of segments and data types, without its base.</summary>
    public Hl7Stated Stated { get; }

    /// <summary>The event as the profile names it, null when it does not.</summary>
    public Hl7Event? Event(string code) => _byEvent.GetValueOrDefault(code);

    /// <summary>The structure of a message: the profile's for its event, else the one it names, else HL7's for its event; null when unknown.</summary>
    public Hl7Structure? StructureOf(MessageType type)
    {
        if (type.Code is "ADT" or "" && _byEvent.TryGetValue(type.Event, out var known) && known.Structure is not null)
        {
            return known.Structure;
        }

        return Structures.GetValueOrDefault(type.Structure) ?? Structures.GetValueOrDefault(type.Event.Length == 0 ? type.Code : $"{type.Code}_{type.Event}");
    }

    public bool TryGetElement(string type, string name, out SchemaElement element)
    {
        if (type == MessageType)
        {
            var known = Segments.ContainsKey(name);
            element = known ? new SchemaElement(name, [name], 0, int.MaxValue) : default;
            return known;
        }

        var composite = Segments.GetValueOrDefault(type) ?? Types.GetValueOrDefault(type);
        if (composite is not null && TryPosition(composite.Name, name, out var position) && composite[position] is { } found)
        {
            var max = found.Max < 0 ? 1 : found.Max;
            element = new SchemaElement(composite.NameOf(position), found.Type is { } own ? [own] : Varies, Math.Max(found.Min, 0), Math.Max(max, 1));
            return true;
        }

        element = default;
        return false;
    }

    public IReadOnlyList<string> ElementNames(string type) => type == MessageType
        ? [.. Segments.Keys.Order(StringComparer.Ordinal)]
        : (Segments.GetValueOrDefault(type) ?? Types.GetValueOrDefault(type))?.ElementNames ?? [];

    public bool HasType(string type) => type == MessageType || Segments.ContainsKey(type) || Types.ContainsKey(type);

    /// <summary>Rules with a target in this segment or data type, in the order of the schema.</summary>
    internal IReadOnlyList<Hl7Rule> RulesOf(string name) => _rules.GetValueOrDefault(name, []);

    /// <summary>The parts of a value of a field or component, with what is said of them there.</summary>
    internal IReadOnlyList<Hl7Element?> PartsOf(Hl7Element owner, Hl7Composite type) => _parts.Of(owner, type);

    internal Hl7Composite? Segment(int key) => _byKey.GetValueOrDefault(key);

    internal Hl7Composite? Type(string? name) => name is null ? null : Types.GetValueOrDefault(name);

    /// <summary>Reads <c>CX-5</c> under CX as 5; a name of another owner is not one.</summary>
    internal static bool TryPosition(ReadOnlySpan<char> owner, ReadOnlySpan<char> name, out int position)
    {
        position = 0;
        return name.Length > owner.Length + 1 && name.StartsWith(owner) && name[owner.Length] == '-' &&
            int.TryParse(name[(owner.Length + 1)..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out position) && position > 0;
    }
}

/// <summary>What a profile states itself: rows of its own source.</summary>
public sealed record Hl7Stated(IReadOnlyDictionary<string, Hl7Composite> Segments, IReadOnlyDictionary<string, Hl7Composite> Types);

/// <summary>Everything a loader gathered for a schema.</summary>
internal sealed record Hl7SchemaParts
{
    public required SchemaHeader Header { get; init; }

    public required IReadOnlyDictionary<string, Hl7Composite> Segments { get; init; }

    public required IReadOnlyDictionary<string, Hl7Composite> Types { get; init; }

    public required IReadOnlyDictionary<string, Hl7Table> Tables { get; init; }

    public required IReadOnlyDictionary<string, Hl7Structure> Structures { get; init; }

    public required IReadOnlyList<Hl7Event> Events { get; init; }

    public required IReadOnlyList<Hl7Context> Contexts { get; init; }

    public required IReadOnlyList<Hl7Rule> Rules { get; init; }

    public required IReadOnlyList<Hl7Contradiction> Contradictions { get; init; }

    public required IReadOnlyList<Hl7Key> Keys { get; init; }

    public required IReadOnlyList<Hl7Target> LunarDates { get; init; }

    public required Hl7Stated Stated { get; init; }
}
