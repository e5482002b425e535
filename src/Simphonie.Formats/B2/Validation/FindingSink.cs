using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Validation;

/// <summary>Takes findings up to a limit and counts the rest, so that a bad file of millions of records does not fill the memory.</summary>
internal sealed class FindingSink(DiagnosticBag findings, int limit)
{
    private long _omitted;

    /// <summary>Errors found, shown or not.</summary>
    public long Errors { get; private set; }

    /// <summary>Number of the record that is being read, from 1.</summary>
    public long Number { get; set; }

    /// <summary>Where it stands in the file.</summary>
    public long Offset { get; set; }

    public void Add(Diagnostic finding)
    {
        Errors += finding.Severity == Severity.Error ? 1 : 0;
        if (findings.Count < limit)
        {
            findings.Add(finding);
        }
        else
        {
            _omitted++;
        }
    }

    /// <summary>A finding for the whole of the present record.</summary>
    public void Record(DiagnosticCode code, string text) => Add(Diagnostic.Of(code, FixedPlace.Of(Number, Offset), text));

    /// <summary>A finding for a field of the present record.</summary>
    public void Field(DiagnosticCode code, FixedField field, string text) =>
        Add(Diagnostic.Of(code, FixedPlace.Of(Number, field.From, field.To, Offset), $"{field.Name} ({field.Label}) {text}"));

    public void Complete()
    {
        if (_omitted > 0)
        {
            findings.Add(Diagnostic.Of(B2Codes.MoreFindings, Place.Whole, string.Create(CultureInfo.InvariantCulture, $"{_omitted} more findings are not shown")));
        }
    }
}
