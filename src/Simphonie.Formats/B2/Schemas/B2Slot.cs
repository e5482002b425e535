namespace Simphonie.Formats.B2.Schemas;

/// <summary>What a record adds to a running number: 1 for a count, or the amount of a field.</summary>
/// <param name="Number">Which running number.</param>
/// <param name="Start">0-based position of the amount.</param>
/// <param name="Length">Length of the amount; 0 for a count.</param>
internal readonly record struct B2Slot(int Number, int Start, int Length);
