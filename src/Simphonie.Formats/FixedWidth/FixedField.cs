namespace Simphonie.Formats.FixedWidth;

/// <summary>One field of a fixed-width record. Positions count from 1, both ends included.</summary>
public sealed record FixedField
{
    public required string Name { get; init; }

    /// <summary>The field's name in the standard.</summary>
    public required string Label { get; init; }

    public required int From { get; init; }

    public required int To { get; init; }

    public required FieldType Type { get; init; }

    public bool Mandatory { get; init; }

    public FieldContent Content { get; init; }

    /// <summary>Name of the date in the same record that a birth does not lie after: it tells the century.</summary>
    public string? NotAfter { get; init; }

    /// <summary>Digits behind the decimal point that is not written; 0 for none.</summary>
    public int Decimals { get; init; }

    /// <summary>Zeros alone are no value: of a mandatory number that counts or names something.</summary>
    public bool NotZero { get; init; }

    /// <summary>The only value that may stand here, null when it is free.</summary>
    public string? Fixed { get; init; }

    public CodeList? Codes { get; init; }

    public FieldKey Key { get; init; }

    public int Length => To - From + 1;

    /// <summary>0-based position in the record.</summary>
    public int Start => From - 1;

    public bool IsFiller => Content == FieldContent.Filler;

    /// <summary>The field's bytes in its record; what lies behind the end of a short record is missing from them.</summary>
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> record) =>
        Start >= record.Length ? [] : record[Start..Math.Min(To, record.Length)];
}
