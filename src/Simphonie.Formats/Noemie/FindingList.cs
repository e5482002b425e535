using System.Globalization;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Formats.Noemie;

/// <summary>Findings of one file. A file that is wrong throughout tells its first thousand and how many there are: memory stays bounded.</summary>
internal sealed class FindingList(DiagnosticBag findings)
{
    private const int Most = 1000;

    private int _count;

    public bool HasErrors { get; private set; }

    public void Add(DiagnosticCode code, Place place, string text) => Add(Diagnostic.Of(code, place, text));

    public void Add(Diagnostic finding)
    {
        HasErrors |= finding.Severity == Severity.Error;
        if (_count++ < Most)
        {
            findings.Add(finding);
        }
    }

    /// <summary>True when a finding would be counted but not listed, so that its place need not be made.</summary>
    public bool IsFull => _count >= Most;

    /// <summary>Says how many were not listed.</summary>
    public void Close()
    {
        if (_count > Most)
        {
            findings.Add(NoemieCodes.NotListed, Place.Whole, string.Create(CultureInfo.InvariantCulture, $"{_count - Most} more findings are not listed"));
            _count = Most;
        }
    }
}
