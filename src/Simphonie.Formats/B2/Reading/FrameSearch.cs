using Simphonie.Formats.B2.Schemas;

namespace Simphonie.Formats.B2.Reading;

/// <summary>
/// Finds where the next record begins when one of a file without separators is too short or too long: where a type stands with the FINESS of the lot behind it,
/// or the end of the file.
/// </summary>
internal static class FrameSearch
{
    private const int FinessAt = 1;

    /// <summary>True when a record of the lot may begin at a place, or nothing more does.</summary>
    public static bool Begins(ReadOnlySpan<byte> window, int at, ReadOnlySpan<byte> finess)
    {
        if (at < 0 || at >= window.Length)
        {
            return at == window.Length;
        }

        var rest = window[at..];
        return rest[0] switch
        {
            >= (byte)'1' and <= (byte)'6' => rest.Length > FinessAt + finess.Length && rest.Slice(FinessAt, finess.Length).SequenceEqual(finess),
            (byte)'9' => rest.StartsWith("999"u8) && rest.Length > 4 && char.IsAsciiLetterUpper((char)rest[3]) && char.IsAsciiLetterUpper((char)rest[4]),
            _ => false,
        };
    }

    /// <summary>The place nearest to <paramref name="expected"/> where a record begins, less than a record away; null when there is none.</summary>
    public static int? Nearest(ReadOnlySpan<byte> window, int expected, ReadOnlySpan<byte> finess)
    {
        for (var distance = 1; distance < B2Schema.RecordLength; distance++)
        {
            if (Begins(window, expected - distance, finess))
            {
                return expected - distance;
            }

            if (Begins(window, expected + distance, finess))
            {
                return expected + distance;
            }
        }

        return null;
    }
}
