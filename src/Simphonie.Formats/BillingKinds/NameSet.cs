namespace Simphonie.Formats.BillingKinds;

/// <summary>Names as a row writes them: separated by blanks; <c>FU*</c> is every name that begins so, <c>*</c> every name, and none too.</summary>
internal sealed class NameSet
{
    private readonly string[] _patterns;

    public NameSet(string text) => _patterns = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private bool IsAll => _patterns is ["*"];

    public bool HasOneOf(IReadOnlyCollection<string> names) => IsAll || names.Any(Has);

    /// <summary>True when every name of the other set is one of this.</summary>
    public bool Holds(NameSet other) => IsAll || (!other.IsAll && other._patterns.All(pattern => Has(pattern) || _patterns.Contains(pattern, StringComparer.Ordinal)));

    private bool Has(string name) => Array.Exists(_patterns, pattern => pattern.EndsWith('*')
        ? name.StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal)
        : string.Equals(name, pattern, StringComparison.Ordinal));
}
