namespace Simphonie.Formats.Hl7v2.Schemas;

/// <summary>A table of codes.</summary>
public sealed class Hl7Table
{
    private readonly Dictionary<string, Hl7Code> _codes;
    private readonly HashSet<string> _standard;

    internal Hl7Table(string id, string title, IEnumerable<Hl7Code> codes, IEnumerable<string> standard)
    {
        Id = id;
        Title = title;
        _codes = new Dictionary<string, Hl7Code>(StringComparer.Ordinal);
        foreach (var code in codes)
        {
            _codes[code.Code] = code;
            IsOpen |= code.Status is "user";
        }

        _standard = new HashSet<string>(standard, StringComparer.Ordinal);
        IsOpen |= _codes.Count == 0;
    }

    /// <summary>Four digits, or the name of a field where HL7 has no number.</summary>
    public string Id { get; }

    public string Title { get; }

    /// <summary>True when sites may add codes: an unknown one is then only a warning.</summary>
    public bool IsOpen { get; }

    /// <summary>Codes that the national document fixes; empty for a table that only HL7 itself has.</summary>
    public IReadOnlyDictionary<string, Hl7Code> Codes => _codes;

    /// <summary>Codes that HL7 2.5 lists.</summary>
    public IReadOnlySet<string> StandardCodes => _standard;

    internal Hl7Table With(Hl7Table closer) => new(Id, closer.Title.Length > 0 ? closer.Title : Title, _codes.Values.Concat(closer._codes.Values), _standard.Concat(closer._standard));
}

/// <summary>A code of a national table.</summary>
/// <param name="Code">As messages carry it.</param>
/// <param name="Label">What it means, in the words of the source.</param>
/// <param name="Status"><c>FR</c> fixed by IHE France, <c>HL7</c> from the standard, <c>IHE</c> international, <c>user</c> an open list.</param>
/// <param name="Section">Clause of the source.</param>
public sealed record Hl7Code(string Code, string Label, string Status, string Section);
