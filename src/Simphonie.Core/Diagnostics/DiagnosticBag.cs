using System.Collections;

namespace Simphonie.Core.Diagnostics;

/// <summary>Collects findings; everything is collected, nothing short-circuits. Not thread-safe.</summary>
public sealed class DiagnosticBag : IReadOnlyList<Diagnostic>
{
    private List<Diagnostic>? _items;

    public int Count => _items?.Count ?? 0;

    public bool HasErrors { get; private set; }

    public Diagnostic this[int index] => (_items ?? throw new ArgumentOutOfRangeException(nameof(index)))[index];

    public void Add(Diagnostic diagnostic)
    {
        (_items ??= []).Add(diagnostic);
        HasErrors |= diagnostic.Severity == Severity.Error;
    }

    public void Add(DiagnosticCode code, Place place, string text, string? standardCode = null) =>
        Add(Diagnostic.Of(code, place, text, standardCode));

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Add(diagnostic);
        }
    }

    public IEnumerator<Diagnostic> GetEnumerator() => (_items ?? Enumerable.Empty<Diagnostic>()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
