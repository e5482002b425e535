using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Schemas;

namespace Simphonie.Formats.Hl7v2.Validation;

/// <summary>Fields of a segment, and inside of them components and sub-components: usage, repetitions, data types, tables.</summary>
internal sealed class ElementCheck(ValidationRun run, RuleCheck rules)
{
    private readonly ValueCheck _values = new(run);

    public void CheckSegment(int index, Hl7Composite definition)
    {
        var fields = new PartWalk(run.Document.Span(index), run.Document.Delimiters.Field);
        fields.Next(); // the segment's name
        var isHeader = SegmentName.IsHeader(run.Document.SegmentKey(index));
        for (var field = 1; field <= definition.Elements.Count; field++)
        {
            // The first field of a header is the separator itself.
            var bytes = isHeader && field == 1 ? default : fields.Next();
            if (definition[field] is { } element && !FieldReader.IsOpaque(run.Document.SegmentKey(index), field))
            {
                CheckField(Hl7Handle.OfSegment(index) with { Field = field }, bytes, definition, element);
            }
        }
    }

    private void CheckField(Hl7Handle at, ReadOnlySpan<byte> field, Hl7Composite owner, Hl7Element element)
    {
        var delimiters = run.Document.Delimiters;
        var state = FieldReader.StateOf(field, delimiters);
        if (!CheckPresence(at, owner, element, state) || state != NodeState.Valued)
        {
            return;
        }

        var repetitions = FieldReader.Count(field, delimiters.Repetition);
        if (element.Max > 0 && repetitions > element.Max)
        {
            run.Report(Hl7ValidationCodes.TooManyRepetitions, element.Section is null ? Severity.Warning : Severity.Error, at with { Repetition = element.Max + 1 },
                System.FormattableString.Invariant($"{owner.NameOf(at.Field)} repeats {repetitions} times, at most {element.Max} are allowed"), "102");
        }

        var type = element.Type == "varies" ? NodeTypes.OfField(run.Document, at) : element.Type;
        var parts = new PartWalk(field, delimiters.Repetition);
        for (var repetition = 1; repetition <= Math.Min(repetitions, Hl7Handle.MaxRepetitions); repetition++)
        {
            CheckValue(at with { Repetition = repetition }, parts.Next(), element, type, owner.NameOf(at.Field));
        }
    }

    /// <summary>False when a forbidden value stands there: what it holds is then of no interest.</summary>
    private bool CheckPresence(Hl7Handle at, Hl7Composite owner, Hl7Element element, NodeState state)
    {
        var position = element.Position;
        var required = element.Usage == Hl7Usage.Required || (element.Usage == Hl7Usage.Unknown && element.Min > 0);
        if (required && state != NodeState.Valued)
        {
            if (!run.TryContradiction(at, owner.Name, position, "required", "101"))
            {
                run.Report(Hl7ValidationCodes.MissingValue, at, $"{owner.NameOf(position)} ({element.Name}) is required", "101");
            }

            return true;
        }

        if (element.Usage == Hl7Usage.Forbidden && state == NodeState.Valued)
        {
            // What HL7 itself withdrew still circulates; what the national profile forbids does not.
            if (!run.TryContradiction(at, owner.Name, position, "forbidden", "102"))
            {
                run.Report(Hl7ValidationCodes.ForbiddenValue, at.Component == 0 ? Severity.Error : Severity.Warning, at, $"{owner.NameOf(position)} ({element.Name}) is forbidden", "102");
            }

            return false;
        }

        return true;
    }

    private void CheckValue(Hl7Handle at, ReadOnlySpan<byte> part, Hl7Element element, string? typeName, string name)
    {
        if (FieldReader.StateOf(part, run.Document.Delimiters) != NodeState.Valued)
        {
            return;
        }

        _values.CheckLength(at, element, name, part);
        if (run.Schema.Type(typeName) is { Elements.Count: > 0 } type)
        {
            _values.CheckCoded(at, element.Table, type.Name, name, part);
            if (at.SubComponent == 0)
            {
                CheckParts(at, part, type, element);
                rules.CheckType(at, type.Name);
            }

            return;
        }

        _values.CheckPrimitive(at, element, typeName, name, part);
    }

    private void CheckParts(Hl7Handle at, ReadOnlySpan<byte> part, Hl7Composite type, Hl7Element owner)
    {
        var delimiters = run.Document.Delimiters;
        var separator = at.Component == 0 ? delimiters.Component : delimiters.SubComponent;
        var count = FieldReader.Count(part, separator);
        var elements = run.Schema.PartsOf(owner, type);
        var parts = new PartWalk(part, separator);
        for (var position = 1; position <= Math.Max(count, elements.Count); position++)
        {
            var inner = at.Component == 0 ? at with { Component = position } : at with { SubComponent = position };
            var bytes = parts.Next();
            var state = FieldReader.StateOf(bytes, delimiters);
            if (position > elements.Count)
            {
                if (state == NodeState.Valued && position <= Hl7Handle.MaxComponents)
                {
                    run.Report(Hl7ValidationCodes.ExtraComponents, inner, $"{type.Name} has no part at this place", "102");
                }
            }
            else if (elements[position - 1] is { } element && CheckPresence(inner, type, element, state) && state == NodeState.Valued)
            {
                CheckValue(inner, bytes, element, element.Type, type.NameOf(position));
            }
        }
    }
}
