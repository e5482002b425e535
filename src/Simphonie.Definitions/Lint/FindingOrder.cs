using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Lint;

/// <summary>The order that findings are shown in: file, line, column, code.</summary>
public static class FindingOrder
{
    public static IReadOnlyList<Diagnostic> Sort(IEnumerable<Diagnostic> findings) =>
    [
        .. findings
            .Distinct()
            .OrderBy(f => f.Place.File, StringComparer.Ordinal)
            .ThenBy(f => f.Place.Line)
            .ThenBy(f => f.Place.Column)
            .ThenBy(f => f.Code.Id, StringComparer.Ordinal),
    ];
}
