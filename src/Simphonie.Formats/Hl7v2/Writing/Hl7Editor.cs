using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Schemas;

namespace Simphonie.Formats.Hl7v2.Writing;

/// <summary>
/// An edited copy of a message: segments that nobody touches stay byte for byte. Segments are named by their index in the original;
/// indexes stay valid whatever is removed or inserted. New segments come from another document, such as one made with <see cref="Hl7Builder"/>,
/// and are put where the structure of the original has a place for them.
/// </summary>
public sealed class Hl7Editor
{
    private readonly Hl7Document _original;
    private readonly List<EditedSegment> _segments = [];

    public Hl7Editor(Hl7Document original)
    {
        _original = original;
        for (var index = 0; index < original.SegmentCount; index++)
        {
            _segments.Add(new EditedSegment(original, index));
        }
    }

    /// <summary>Sets the first repetition of a field, or one component of it.</summary>
    public void Set(int segment, int field, Value value, int component = 0) => Find(segment)?.Changes.Add((field, component, value));

    /// <summary>Takes a segment out.</summary>
    public void Remove(int segment) => _segments.RemoveAll(one => one.Source == _original && one.Index == segment);

    /// <summary>Takes a whole group out: the segment that opens it and all that belong to it, such as IN1 with its IN2, IN3 and ROL.</summary>
    public void RemoveGroup(int opener) =>
        _segments.RemoveAll(one => one.Source == _original && _original.IsWithin(one.Index, opener));

    /// <summary>
    /// Inserts segments of another document, in their order, after everything that the structure puts before them and after what stands at the same place already.
    /// Where the structure has no place for the first of them, they go to the end.
    /// </summary>
    public void Insert(Hl7Document source, int first, int count)
    {
        var at = PlaceFor(source.SegmentName(first));
        for (var index = 0; index < count; index++)
        {
            _segments.Insert(at + index, new EditedSegment(source, first + index));
        }
    }

    /// <summary>Composes the message. With an error among the findings it must not be sent.</summary>
    public Hl7Document Build(DiagnosticBag findings)
    {
        var builder = new Hl7Builder(_original.Hl7Schema);
        foreach (var segment in _segments)
        {
            var node = builder.Append(builder.Root, segment.Name);
            builder.Copy(node, new Node(segment.Source, Hl7Handle.OfSegment(segment.Index).Pack()));
            foreach (var (field, component, value) in segment.Changes)
            {
                var target = builder.Child(node, Number(field));
                builder.Set(component == 0 ? target : builder.Child(target, Number(component)), value);
            }
        }

        return (Hl7Document)builder.Build(findings);
    }

    private EditedSegment? Find(int segment) => _segments.Find(one => one.Source == _original && one.Index == segment);

    private int PlaceFor(string name)
    {
        var parts = _original.Hl7Schema?.StructureOf(_original.Type)?.Parts ?? [];
        var wanted = Next(parts, 0, name);
        if (wanted < 0)
        {
            return _segments.Count;
        }

        var place = 0;
        var after = 0;
        for (var index = 0; index < _segments.Count; index++)
        {
            // A segment that is no beginning of a place belongs to the group before it.
            var found = Next(parts, place, _segments[index].Name);
            place = found < 0 || IsMember(parts[place], _segments[index].Name) ? place : found;
            if (place > wanted)
            {
                break;
            }

            after = index + 1;
        }

        return after;
    }

    private static bool IsMember(Hl7StructurePart part, string name) => part.IsGroup && part.Opener != name && part.Members.Contains(name);

    private static int Next(IReadOnlyList<Hl7StructurePart> parts, int from, string name)
    {
        for (var index = from; index < parts.Count; index++)
        {
            if (parts[index].CanBegin(name))
            {
                return index;
            }
        }

        return -1;
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed class EditedSegment(Hl7Document source, int index)
    {
        public Hl7Document Source { get; } = source;

        public int Index { get; } = index;

        public string Name { get; } = source.SegmentName(index);

        public List<(int Field, int Component, Value Value)> Changes { get; } = [];
    }
}
