using Simphonie.Formats.Hl7v2.Schemas;

namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>
/// Which group each segment stands in, by the structure of the message: [IN1 [IN2] [IN3] {ROL}] belongs together.
/// Linear, and forgiving: segments that the structure does not know stay where they are.
/// </summary>
internal static class SegmentGroups
{
    /// <summary>For each segment the index of the one that opens its group, -1 for none.</summary>
    public static int[] Openers(Hl7Document document)
    {
        var openers = new int[document.SegmentCount];
        Array.Fill(openers, -1);
        if (StructureOf(document) is not { } structure)
        {
            return openers;
        }

        var open = new Stack<(Hl7StructurePart Group, int Opener)>();
        for (var index = 0; index < openers.Length; index++)
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

            openers[index] = open.TryPeek(out var current) ? current.Opener : -1;
        }

        return openers;
    }

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
