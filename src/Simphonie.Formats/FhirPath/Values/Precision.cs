namespace Simphonie.Formats.FhirPath.Values;

/// <summary>How far a date or time says something. Seconds and their fractions are one precision in comparisons.</summary>
internal enum Precision : byte
{
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
    Millisecond,
}
