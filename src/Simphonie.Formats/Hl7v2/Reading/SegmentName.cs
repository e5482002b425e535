namespace Simphonie.Formats.Hl7v2.Reading;

/// <summary>The three bytes of a segment's name as one number, so that names are compared without text.</summary>
internal static class SegmentName
{
    public const int Msh = ('M' << 16) | ('S' << 8) | 'H';

    private const int Bhs = ('B' << 16) | ('H' << 8) | 'S';
    private const int Fhs = ('F' << 16) | ('H' << 8) | 'S';

    /// <summary>0 when the segment is shorter than a name.</summary>
    public static int Key(ReadOnlySpan<byte> segment) => segment.Length < 3 ? 0 : (segment[0] << 16) | (segment[1] << 8) | segment[2];

    public static int Key(ReadOnlySpan<char> name) => name.Length != 3 ? 0 : (name[0] << 16) | (name[1] << 8) | name[2];

    /// <summary>Segments whose first field is the separator itself.</summary>
    public static bool IsHeader(int key) => key is Msh or Bhs or Fhs;

    /// <summary>A letter, then two letters or digits, then the field separator or nothing.</summary>
    public static bool IsWellFormed(ReadOnlySpan<byte> segment, byte separator) =>
        segment.Length >= 3 && char.IsAsciiLetterUpper((char)segment[0]) && IsFollower(segment[1]) && IsFollower(segment[2]) &&
        (segment.Length == 3 || segment[3] == separator);

    private static bool IsFollower(byte one) => char.IsAsciiLetterUpper((char)one) || char.IsAsciiDigit((char)one);
}
