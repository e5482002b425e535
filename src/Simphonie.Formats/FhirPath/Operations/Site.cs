using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath.Operations;

/// <summary>A part of an expression as it was written, to say where a finding of evaluation comes from.</summary>
internal sealed class Site(string text, Place place)
{
    public string Text { get; } = text;

    public Place Place { get; } = place;

    /// <summary>Adds a finding at the input that caused it, or at the expression when no input did.</summary>
    public void Find(in Frame frame, DiagnosticCode code, Item cause, string? detail = null)
    {
        var origin = Place.File is null ? "" : $", {Place}";
        var at = cause.IsNode ? cause.Node.Place : Place;
        frame.Context.Findings.Add(code, at, $"{detail ?? code.Title} (in {Text}{origin})");
    }
}
