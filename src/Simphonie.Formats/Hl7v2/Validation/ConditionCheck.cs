using Simphonie.Core.Documents;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Schemas;

namespace Simphonie.Formats.Hl7v2.Validation;

/// <summary>
/// Evaluates conditions. A place of the same segment means that occurrence, a place of the same field that repetition,
/// a place of a data type the value at hand; any other place means every one of the message.
/// </summary>
internal static class ConditionCheck
{
    public static bool Holds(ValidationRun run, Hl7Condition condition, Hl7Handle at)
    {
        foreach (var term in condition.Terms)
        {
            if (!Holds(run, term, at))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when some repetition of a place has a value.</summary>
    public static bool IsValued(Hl7Document document, Hl7Handle at) => Any(document, at, null);

    /// <summary>True when some repetition of a place has one of the values.</summary>
    public static bool HasOne(Hl7Document document, Hl7Handle at, IReadOnlyList<string> values) => Any(document, at, values);

    private static bool Holds(ValidationRun run, Hl7Term term, Hl7Handle at)
    {
        if (term.Word is { } word)
        {
            var known = word == "event" ? run.Document.Type.Event : run.Event?.Profile ?? "";
            return term.Values.Contains(known) == (term.Comparison == Hl7Comparison.In);
        }

        var values = term.Comparison is Hl7Comparison.In or Hl7Comparison.NotIn ? term.Values : null;
        var found = AnyPlace(run.Document, term.Subject!, at, values);
        return term.Comparison is Hl7Comparison.In or Hl7Comparison.Valued ? found : !found;
    }

    private static bool AnyPlace(Hl7Document document, Hl7Target place, Hl7Handle at, IReadOnlyList<string>? values)
    {
        var key = SegmentName.Key(place.Name);
        var isSegment = document.Hl7Schema?.Segment(key) is not null;
        if (!isSegment)
        {
            // A component of the value at hand.
            var part = at.Component == 0 ? at with { Component = place.Position, SubComponent = place.Part } : at with { SubComponent = place.Position };
            return Any(document, part, values);
        }

        if (document.SegmentKey(at.Index) == key)
        {
            var repetition = at.Field == place.Position ? at.Repetition : 0;
            return Any(document, new Hl7Handle(at.Segment, place.Position, repetition, place.Part, 0), values);
        }

        for (var index = 0; index < document.SegmentCount; index++)
        {
            if (document.SegmentKey(index) == key && Any(document, new Hl7Handle(index + 1, place.Position, 0, place.Part, 0), values))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Any(Hl7Document document, Hl7Handle at, IReadOnlyList<string>? values)
    {
        if (at.Repetition > 0)
        {
            return Matches(document, at, values);
        }

        var field = document.Field(at.Index, at.Field);
        var repetitions = field.IsEmpty ? 0 : Math.Min(FieldReader.Count(field, document.Delimiters.Repetition), Hl7Handle.MaxRepetitions);
        for (var repetition = 1; repetition <= repetitions; repetition++)
        {
            if (Matches(document, at with { Repetition = repetition }, values))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(Hl7Document document, Hl7Handle at, IReadOnlyList<string>? values)
    {
        // A coded field is compared by its code, the first component.
        var part = document.Find(at.Index, at.Field, at.Repetition, at.Component == 0 && values is not null ? 1 : at.Component, at.SubComponent, out _);
        if (FieldReader.StateOf(part, document.Delimiters) != NodeState.Valued)
        {
            return false;
        }

        return values is null || values.Contains(document.Decode(part));
    }
}
