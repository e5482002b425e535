namespace Simphonie.Formats.B2.Reading;

/// <summary>The levels of a document.</summary>
internal enum B2Level
{
    Root,
    Lot,
    Invoice,
    Line,
    Record,
    Field,
}

/// <summary>A node as a number: its level, its first record, and for a field its place in the record.</summary>
internal readonly record struct B2Handle(B2Level Level, int Record, int Field)
{
    private const int FieldBits = 10;
    private const int LevelBits = 3;

    public static B2Handle Unpack(long handle) =>
        new((B2Level)(handle & ((1 << LevelBits) - 1)), (int)(handle >> (FieldBits + LevelBits)), (int)(handle >> LevelBits) & ((1 << FieldBits) - 1));

    public long Pack() => ((((long)Record << FieldBits) | (uint)Field) << LevelBits) | (uint)Level;
}
