namespace Simphonie.Formats.FixedWidth;

/// <summary>Codes with their labels. An open list names what is known: a code outside of it is odd and not wrong.</summary>
public sealed class CodeList
{
    /// <summary>Longest code that is looked up.</summary>
    public const int MaxLength = 8;

    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);

    internal CodeList(string name, bool isOpen, IReadOnlyList<KeyValuePair<string, string>> codes)
    {
        Name = name;
        IsOpen = isOpen;
        Codes = codes;
        foreach (var (code, label) in codes)
        {
            _labels.TryAdd(code, label);
        }
    }

    public string Name { get; }

    public bool IsOpen { get; }

    /// <summary>Codes without their filling; the empty one stands for a blank field.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Codes { get; }

    /// <summary>The label of a code, null when the list does not know it.</summary>
    public string? LabelOf(string code) => _labels.GetValueOrDefault(code.TrimEnd(' '));
}
