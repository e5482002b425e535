namespace Simphonie.Formats.FixedWidth;

/// <summary>What a field means, and so as which value it is read and written.</summary>
public enum FieldContent
{
    /// <summary>Text or digits as they stand: codes, numbers that identify.</summary>
    Verbatim,

    /// <summary>A count or quantity, read as a whole number.</summary>
    Count,

    /// <summary>A number with fixed decimals, read as a decimal: an amount in cents, a coefficient.</summary>
    Decimal,

    /// <summary>A day as <c>AAMMJJ</c> in its first six characters.</summary>
    Date,

    /// <summary>A day of birth as <c>AAMMJJ</c>, which may be lunar (a month or day that no calendar has) and never lies after the care.</summary>
    BirthDate,

    /// <summary>Reserved or blank: no value of its own.</summary>
    Filler,
}
