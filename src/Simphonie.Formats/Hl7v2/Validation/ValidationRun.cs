using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Schemas;

namespace Simphonie.Formats.Hl7v2.Validation;

/// <summary>One check of one message: what all parts of it share.</summary>
internal sealed class ValidationRun(Hl7Document document, Hl7Schema schema, DiagnosticBag findings)
{
    public Hl7Document Document { get; } = document;

    public Hl7Schema Schema { get; } = schema;

    /// <summary>The event as the profile names it, null when it does not.</summary>
    public Hl7Event? Event { get; } = schema.Event(document.Type.Event);

    public void Report(DiagnosticCode code, Hl7Handle at, string text, string standardCode) => Report(code, code.Severity, at, text, standardCode);

    public void Report(DiagnosticCode code, Severity severity, Hl7Handle at, string text, string standardCode) =>
        findings.Add(new Diagnostic(code, severity, text, PlaceOf(at), standardCode));

    public void ReportMissingSegment(string name) =>
        findings.Add(Hl7ValidationCodes.MissingSegment, Place.InMessage(name), $"the message has no {name}, which its structure requires", "100");

    /// <summary>Warns instead where the profile contradicts itself about a place. A reading is <c>required</c>, <c>forbidden</c> or a code.</summary>
    public bool TryContradiction(Hl7Handle at, string owner, int position, string reading, string standardCode)
    {
        foreach (var contradiction in Schema.Contradictions)
        {
            if (contradiction.Place.Name == owner && contradiction.Place.Position == position && contradiction.Reading == reading)
            {
                Report(Hl7ValidationCodes.Contradiction, at, $"{contradiction.Place}: {contradiction.Why}; both are accepted", standardCode);
                return true;
            }
        }

        return false;
    }

    private Place PlaceOf(Hl7Handle at)
    {
        var offset = Document.StartOf(at.Index);
        if (at.Field > 0)
        {
            Document.Find(at.Index, at.Field, Math.Max(at.Repetition, 1), at.Component, at.SubComponent, out offset);
        }

        return Document.PlaceOf(at, offset);
    }
}
