using System.Diagnostics.CodeAnalysis;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Schemas;

namespace Simphonie.Formats.Hl7v2.Validation;

/// <summary>
/// Order and presence of segments. Walks message and structure side by side; a segment that does not fit is reported once and passed over,
/// so that one stray segment gives one finding. Segments that the structure does not know never fail a message.
/// </summary>
internal sealed class StructureCheck(ValidationRun run, Hl7Structure structure)
{
    private int _at;

    public void Check()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < run.Document.SegmentCount; index++)
        {
            seen.Add(run.Document.SegmentName(index));
        }

        var place = 0;
        while (TryCurrent(out var name))
        {
            if (Next(structure.Parts, place, name) is >= 0 and var found)
            {
                Take(structure.Parts[found]);
                place = structure.Parts[found].Repeats ? found : found + 1;
                continue;
            }

            ReportStray(name);
            _at++;
        }

        foreach (var part in structure.Parts)
        {
            if (!part.Optional && First(part) is { } required && !seen.Contains(required))
            {
                run.ReportMissingSegment(required);
            }
        }
    }

    /// <summary>Takes one segment, or one group from its first segment on.</summary>
    private void Take(Hl7StructurePart part)
    {
        if (!part.IsGroup)
        {
            _at++;
            return;
        }

        var opener = Hl7Handle.OfSegment(_at);
        var place = 0;
        var taken = new HashSet<Hl7StructurePart>(ReferenceEqualityComparer.Instance);
        while (TryCurrent(out var name) && Next(part.Children, place, name) is >= 0 and var found)
        {
            taken.Add(part.Children[found]);
            Take(part.Children[found]);
            place = part.Children[found].Repeats ? found : found + 1;
        }

        foreach (var child in part.Children)
        {
            if (!child.Optional && !taken.Contains(child) && First(child) is { } required)
            {
                run.Report(Hl7ValidationCodes.MissingSegment, opener, $"the group that begins here has no {required}", "100");
            }
        }
    }

    /// <summary>The next place from one on that a segment can take; -1 for none.</summary>
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

    private static string? First(Hl7StructurePart part) => part.IsGroup ? First(part.Children[0]) : part.Segments.Count == 1 ? part.Segments[0] : null;

    /// <summary>The segment at hand, after passing over those that the structure does not know.</summary>
    private bool TryCurrent([NotNullWhen(true)] out string? name)
    {
        for (; _at < run.Document.SegmentCount; _at++)
        {
            name = run.Document.SegmentName(_at);
            if (structure.Knows(name))
            {
                return true;
            }

            if (SegmentName.IsWellFormed(run.Document.Span(_at), run.Document.Delimiters.Field))
            {
                ReportUnknown(name);
            }
        }

        name = null;
        return false;
    }

    private void ReportUnknown(string name)
    {
        var local = name[0] == 'Z' && !run.Schema.Segments.ContainsKey(name);
        run.Report(Hl7ValidationCodes.UnexpectedSegment, local ? Severity.Information : Severity.Warning, Hl7Handle.OfSegment(_at),
            local ? $"{name} is a local segment that the schema does not know" : $"{name} has no place in the structure of this message", "100");
    }

    private void ReportStray(string name)
    {
        var at = Hl7Handle.OfSegment(_at);
        if (run.Document.OccurrenceOf(_at) > 1 && structure.Parts.Any(part => !part.Repeats && part.Segments.Contains(name)))
        {
            run.Report(Hl7ValidationCodes.RepeatedSegment, at, $"{name} may stand only once in this message", "100");
            return;
        }

        // Senders put national segments in many orders, and no receiver minds.
        run.Report(Hl7ValidationCodes.SegmentOrder, name[0] == 'Z' ? Severity.Warning : Severity.Error, at, $"{name} stands after segments that it should stand before, or outside of its group", "100");
    }
}
