using Simphonie.Formats.Hl7v2.Schemas;

namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>
/// Which group each segment stands in, by the structure of the message: [IN1 [IN2] [IN3] {ROL}] belongs together.
/// Linear, and forgiving: segments that the structure does not know stay where they are.
/// </summary>
internal static class SegmentGroups
{
    /// <summary>For each segment the one that opens its group, and the one that opens the group around that.</summary>
    public static SegmentGroup[] Of(Hl7Document document)
    {
        var groups = new SegmentGroup[document.SegmentCount];
        Array.Fill(groups, new(-1, -1));
        if (StructureOf(document) is not { } structure)
        {
            return groups;
        }

        var open = new Stack<(Hl7StructurePart Group, int Opener)>();
        for (var index = 0; index < groups.Length; index++)
        {
            var name = document.SegmentName(index);
            if (structure.Knows(name))
            {
                while (open.TryPeek(out var top) && (!top.Group.Members.Contains(name) || top.Group.Opener == name))
                {
                    open.Pop();
                }

                var inner = open.TryPeek(out var around) ? around.Group.Children : structure.Parts;
                if (GroupOpenedBy(inner, name) is { } group)
                {
                    open.Push((group, index));
                }
            }

            groups[index] = open.TryPeek(out var current) ? new(current.Opener, current.Opener == index ? Around(open) : groups[current.Opener].Outer) : new(-1, -1);
        }

        return groups;
    }

    private static int Around(Stack<(Hl7StructurePart Group, int Opener)> open) => open.Count > 1 ? open.ElementAt(1).Opener : -1;

    /// <summary>True when segments of that name belong into the group that the segment opens.</summary>
    public static bool IsMember(Hl7Document document, int opener, string name)
    {
        return StructureOf(document) is { } structure && Find(structure.Parts, document.SegmentName(opener))?.Members.Contains(name) == true;

        static Hl7StructurePart? Find(IReadOnlyList<Hl7StructurePart> parts, string opener)
        {
            foreach (var part in parts)
            {
                if (part.IsGroup && (part.Opener == opener ? part : Find(part.Children, opener)) is { } found)
                {
                    return found;
                }
            }

            return null;
        }
    }

    /// <summary>The structure that groups are read by: the message's own, else that of an admission, which has every group of ADT.</summary>
    private static Hl7Structure? StructureOf(Hl7Document document) =>
        document.Hl7Schema?.StructureOf(document.Type) ?? document.Hl7Schema?.Structures.GetValueOrDefault("ADT_A01");

    private static Hl7StructurePart? GroupOpenedBy(IReadOnlyList<Hl7StructurePart> parts, string name)
    {
        foreach (var part in parts)
        {
            if (!part.IsGroup)
            {
                continue;
            }

            if (part.Opener == name)
            {
                return part;
            }

            // A group without an opener of its own, such as [PATIENT] in front of {ORDER}: look inside.
            if (part.Opener is null && GroupOpenedBy(part.Children, name) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }
}

/// <summary>The group that a segment stands in.</summary>
/// <param name="Opener">Index of the segment that opens it; -1 for none.</param>
/// <param name="Outer">Index of the segment that opens the group around it; -1 for none.</param>
internal readonly record struct SegmentGroup(int Opener, int Outer);
