using Simphonie.Formats.FixedWidth.Checking;

namespace Simphonie.Formats.FixedWidth;

/// <summary>The layout of one kind of record: its fields from left to right, without gaps. Immutable.</summary>
public sealed class FixedRecord
{
    private readonly Dictionary<string, FixedField> _byName = new(StringComparer.Ordinal);

    internal FixedRecord(string name, string label, IReadOnlyList<FixedField> fields)
    {
        Name = name;
        Label = label;
        Fields = fields;
        Length = fields.Count == 0 ? 0 : fields[^1].To;
        foreach (var field in fields.Where(field => !field.IsFiller))
        {
            _byName.TryAdd(field.Name, field);
        }

        Check = new RecordCheck(fields, Length);
    }

    public string Name { get; }

    /// <summary>What the standard calls it.</summary>
    public string Label { get; }

    public IReadOnlyList<FixedField> Fields { get; }

    /// <summary>Length in characters up to the end of the last field.</summary>
    public int Length { get; }

    internal RecordCheck Check { get; }

    /// <summary>The field of that name, null when the record has none.</summary>
    public FixedField? Field(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The field that begins at a position, null when none does.</summary>
    public FixedField? At(int from) => Fields.FirstOrDefault(field => field.From == from);
}
