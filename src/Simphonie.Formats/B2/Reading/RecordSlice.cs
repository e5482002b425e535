namespace Simphonie.Formats.B2.Reading;

/// <summary>Where a record ends in the bytes that begin with it.</summary>
/// <param name="Length">Characters of the record.</param>
/// <param name="Used">The same with what separates it from the next.</param>
/// <param name="IsOdd">True when it is separated in another way than the first one.</param>
internal readonly record struct RecordSlice(int Length, int Used, bool IsOdd);
