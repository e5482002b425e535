using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Schemas;

/// <summary>
/// Tells which layout a record has. 000 and 999 by positions 1-3, the others by position 1; then a letter at 36 tells a sub-record of the general layout,
/// else a letter at 39 one of norm CP, else it is the base record of the norm.
/// </summary>
public sealed class B2LayoutSet
{
    private const int Types = 10;
    private const int Letters = 26;
    private const int GeneralLetter = 36;
    private const int CpLetter = 39;

    private readonly B2Layout?[] _general = new B2Layout?[Types];
    private readonly B2Layout?[] _cp = new B2Layout?[Types];
    private readonly B2Layout?[] _letters36 = new B2Layout?[Types * Letters];
    private readonly B2Layout?[] _letters39 = new B2Layout?[Types * Letters];
    private readonly Dictionary<string, B2Layout> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, B2Layout[]> _byElement;

    internal B2LayoutSet(IEnumerable<FixedRecord> records)
    {
        All = [.. records.Select((record, index) => new B2Layout(record, index))];
        _byElement = All.GroupBy(static layout => layout.ElementName, StringComparer.Ordinal)
            .ToDictionary(static same => same.Key, static same => same.OrderBy(layout => !layout.IsCp).ToArray(), StringComparer.Ordinal);
        foreach (var layout in All)
        {
            _byName[layout.Name] = layout;
            var type = layout.Type - '0';
            if (!layout.IsBase)
            {
                (layout.SubTypeAt == GeneralLetter ? _letters36 : _letters39)[(type * Letters) + (layout.SubType - 'A')] = layout;
            }
            else
            {
                (layout.IsCp ? _cp : _general)[type] = layout;
            }
        }
    }

    public IReadOnlyList<B2Layout> All { get; }

    public B2Layout? this[string name] => _byName.GetValueOrDefault(name);

    /// <summary>Layouts that a tree calls by the same name, those of norm CP first.</summary>
    public IReadOnlyList<B2Layout> Named(string element) => _byElement.GetValueOrDefault(element) ?? [];

    /// <summary>The layout of a record of at least 39 bytes; null when its type or letter is not known.</summary>
    public B2Layout? Of(ReadOnlySpan<byte> record, bool cp)
    {
        if (record.Length < CpLetter)
        {
            return null;
        }

        var type = record[0] - '0';
        switch (type)
        {
            case 0:
                return record.StartsWith("000"u8) ? _general[0] : null;
            case 9:
                return record.StartsWith("999"u8) ? _general[9] : null;
            case 1 or 5 or 6:
                return (cp ? _cp[type] : null) ?? _general[type];
            case 2 or 3 or 4:
                return Letter(record[GeneralLetter - 1], out var letter) ? _letters36[(type * Letters) + letter]
                    : (cp || _cp[type] is null) && Letter(record[CpLetter - 1], out letter) ? _letters39[(type * Letters) + letter]
                    : (cp ? _cp[type] : null) ?? _general[type];
            default:
                return null;
        }
    }

    private static bool Letter(byte character, out int letter)
    {
        letter = character - 'A';
        return (uint)letter < Letters;
    }
}
