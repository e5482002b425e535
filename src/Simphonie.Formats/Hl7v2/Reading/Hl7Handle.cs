namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>
/// The 64-bit handle of a node: segment (22 bits, 1-based; 0 is the message), field (10), repetition (14), component (9), sub-component (9).
/// A zero part means the whole of what stands before it.
/// </summary>
internal readonly record struct Hl7Handle(int Segment, int Field, int Repetition, int Component, int SubComponent)
{
    public const int MaxSegments = (1 << 22) - 2;
    public const int MaxFields = (1 << 10) - 1;
    public const int MaxRepetitions = (1 << 14) - 1;
    public const int MaxComponents = (1 << 9) - 1;

    /// <summary>0-based index of the segment; -1 for the message.</summary>
    public int Index => Segment - 1;

    public bool IsRoot => Segment == 0;

    public bool IsSegment => Segment != 0 && Field == 0;

    public static Hl7Handle OfSegment(int index) => new(index + 1, 0, 0, 0, 0);

    public static Hl7Handle Unpack(long packed) => new(
        (int)((ulong)packed >> 42),
        (int)(packed >> 32) & MaxFields,
        (int)(packed >> 18) & MaxRepetitions,
        (int)(packed >> 9) & MaxComponents,
        (int)packed & MaxComponents);

    public long Pack() => (long)(((ulong)Segment << 42) | ((ulong)Field << 32) | ((ulong)Repetition << 18) | ((ulong)Component << 9) | (uint)SubComponent);
}
