namespace Simphonie.Formats.Hl7v2.Schemas;

/// <summary>The segments of a message, in order, as a tree of groups.</summary>
public sealed class Hl7Structure
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    internal Hl7Structure(string name, IReadOnlyList<Hl7StructurePart> parts)
    {
        Name = name;
        Parts = parts;
        Collect(parts, _names);
    }

    public string Name { get; }

    public IReadOnlyList<Hl7StructurePart> Parts { get; }

    /// <summary>True when the structure has a place for segments of that name.</summary>
    public bool Knows(string segment) => _names.Contains(segment);

    internal static void Collect(IEnumerable<Hl7StructurePart> parts, HashSet<string> into)
    {
        foreach (var part in parts)
        {
            if (part.IsGroup)
            {
                Collect(part.Children, into);
            }
            else
            {
                into.UnionWith(part.Segments);
            }
        }
    }
}

/// <summary>One place of a structure: a segment (or one of several), or a group of places.</summary>
/// <param name="Segments">Names that may stand here; empty for a group.</param>
/// <param name="Children">Places of a group; empty for a segment.</param>
/// <param name="Optional">True when it may be missing.</param>
/// <param name="Repeats">True when it may stand several times.</param>
public sealed record Hl7StructurePart(IReadOnlyList<string> Segments, IReadOnlyList<Hl7StructurePart> Children, bool Optional, bool Repeats)
{
    public bool IsGroup => Children.Count > 0;

    /// <summary>The segment that opens a group: its first place when that is a single required segment; null otherwise.</summary>
    public string? Opener => IsGroup && Children[0] is { IsGroup: false, Optional: false, Segments.Count: 1 } first ? first.Segments[0] : null;

    /// <summary>True when this place can begin with a segment of that name.</summary>
    public bool CanBegin(string segment)
    {
        if (!IsGroup)
        {
            return Segments.Contains(segment);
        }

        foreach (var child in Children)
        {
            if (child.CanBegin(segment))
            {
                return true;
            }

            if (!child.Optional)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Every segment that may stand in the group, at any depth.</summary>
    internal IReadOnlySet<string> Members => _members ??= MembersOf(this);

    private HashSet<string>? _members;

    private static HashSet<string> MembersOf(Hl7StructurePart part)
    {
        var members = new HashSet<string>(part.Segments, StringComparer.Ordinal);
        Hl7Structure.Collect(part.Children, members);
        return members;
    }
}
