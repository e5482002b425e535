namespace Simphonie.Formats.Hl7v2.Schemas;

/// <summary>A field of a segment or a component of a data type, as its source states it.</summary>
public sealed record Hl7Element
{
    /// <summary>1-based place.</summary>
    public required int Position { get; init; }

    /// <summary>Data type, null where no source says.</summary>
    public string? Type { get; init; }

    public Hl7Usage Usage { get; init; }

    /// <summary>Least number of repetitions; -1 where no source says.</summary>
    public int Min { get; init; } = -1;

    /// <summary>Most repetitions, <see cref="int.MaxValue"/> for any number; -1 where no source says.</summary>
    public int Max { get; init; } = -1;

    /// <summary>Most characters, 0 where no source says.</summary>
    public int Length { get; init; }

    /// <summary>Table of codes: four digits, or the name of a field where HL7 has no number.</summary>
    public string? Table { get; init; }

    /// <summary>Clause of the national document; null for what only HL7 itself says.</summary>
    public string? Section { get; init; }

    public required string Name { get; init; }

    /// <summary>The condition or note that the source gives, in words; what is checked of it is in the schema's rules.</summary>
    public string? Condition { get; init; }

    /// <summary>What the source says of single components of this field, beyond its data type.</summary>
    public IReadOnlyList<Hl7Element> Parts { get; init; } = [];

    /// <summary>This element with everything that <paramref name="closer"/> says of it put over it.</summary>
    internal Hl7Element With(Hl7Element closer) => this with
    {
        Type = closer.Type ?? Type,
        Usage = closer.Usage == Hl7Usage.Unknown ? Usage : closer.Usage,
        Min = closer.Min < 0 ? Min : closer.Min,
        Max = closer.Max < 0 ? Max : closer.Max,
        Length = closer.Length == 0 ? Length : closer.Length,
        Table = closer.Table ?? Table,
        Section = closer.Section ?? Section,
        Name = closer.Name.Length == 0 ? Name : closer.Name,
        Condition = closer.Condition ?? Condition,
        Parts = [.. Parts, .. closer.Parts],
    };
}
