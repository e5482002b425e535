using Simphonie.Core.Documents;

namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>Children of nodes, in the order of the message. What is absent is left out; what is cleared is not.</summary>
internal static class NodeChildren
{
    /// <summary>Segments of a name.</summary>
    public static void AppendSegments(Hl7Document document, int key, List<Node> into)
    {
        for (var index = 0; index < document.SegmentCount; index++)
        {
            if (document.SegmentKey(index) == key)
            {
                into.Add(new Node(document, Hl7Handle.OfSegment(index).Pack()));
            }
        }
    }

    /// <summary>All children of a node.</summary>
    public static void AppendAll(Hl7Document document, Hl7Handle at, List<Node> into)
    {
        if (at.IsRoot)
        {
            for (var index = 0; index < document.SegmentCount; index++)
            {
                into.Add(new Node(document, Hl7Handle.OfSegment(index).Pack()));
            }

            return;
        }

        var count = at.IsSegment ? FieldCount(document, at.Index) : NodeTypes.HasParts(document, at) ? PartCount(document, at) : 0;
        for (var position = 1; position <= count; position++)
        {
            AppendPart(document, at, position, into);
        }
    }

    /// <summary>The part at a position under a segment, field or component; for a segment, each repetition of the field.</summary>
    public static void AppendPart(Hl7Document document, Hl7Handle at, int position, List<Node> into)
    {
        if (at.IsSegment)
        {
            AppendField(document, at, position, into);
        }
        else if (position <= Hl7Handle.MaxComponents && at.SubComponent == 0)
        {
            AppendUnlessAbsent(document, at.Component == 0 ? at with { Component = position } : at with { SubComponent = position }, into);
        }
    }

    private static void AppendField(Hl7Document document, Hl7Handle segment, int field, List<Node> into)
    {
        if (field > Hl7Handle.MaxFields)
        {
            return;
        }

        var all = document.Field(segment.Index, field);
        var repetitions = all.IsEmpty ? 0
            : document.IsOpaque(segment with { Field = field }) ? 1
            : Math.Min(FieldReader.Count(all, document.Delimiters.Repetition), Hl7Handle.MaxRepetitions);
        for (var repetition = 1; repetition <= repetitions; repetition++)
        {
            AppendUnlessAbsent(document, segment with { Field = field, Repetition = repetition }, into);
        }
    }

    private static void AppendUnlessAbsent(Hl7Document document, Hl7Handle part, List<Node> into)
    {
        var packed = part.Pack();
        if (document.StateOf(packed) != NodeState.Absent)
        {
            into.Add(new Node(document, packed));
        }
    }

    private static int FieldCount(Hl7Document document, int index)
    {
        var count = document.Span(index).Count(document.Delimiters.Field);
        return Math.Min(SegmentName.IsHeader(document.SegmentKey(index)) ? count + 1 : count, Hl7Handle.MaxFields);
    }

    private static int PartCount(Hl7Document document, Hl7Handle at)
    {
        if (at.SubComponent > 0 || document.IsOpaque(at))
        {
            return 0;
        }

        var part = document.Find(at.Index, at.Field, at.Repetition, at.Component, 0, out _);
        return Math.Min(FieldReader.Count(part, at.Component == 0 ? document.Delimiters.Component : document.Delimiters.SubComponent), Hl7Handle.MaxComponents);
    }
}
