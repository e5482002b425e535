namespace Simphonie.Formats.B2.Validation;

/// <summary>What a file held.</summary>
/// <param name="Records">Records of any kind.</param>
/// <param name="Bytes">Bytes read.</param>
/// <param name="Errors">Errors found, shown or not.</param>
public sealed record B2Summary(long Records, long Bytes, long Errors);
