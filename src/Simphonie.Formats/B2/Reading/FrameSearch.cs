using Simphonie.Formats.B2.Schemas;

namespace Simphonie.Formats.B2.Reading;

/// <summary>
/// Finds where the next record begins when one of a file without separators is too short or too long: where a type stands with the FINESS of the lot behind it.
/// </summary>
internal static class FrameSearch
{
    private const int FinessAt = 1;

    /// <summary>True when a record of the lot, or the end of the file, may begin at a place.</summary>
    public static bool Begins(ReadOnlySpan<byte> window, int at, ReadOnlySpan<byte> finess)
    {
        if (at < 0 || at >= window.Length)
        {
            return false;
        }

        var rest = window[at..];
        return rest[0] switch
        {
            >= (byte)'1' and <= (byte)'6' => rest.Length > FinessAt + finess.Length && rest.Slice(FinessAt, finess.Length).SequenceEqual(finess),
            (byte)'9' => rest.StartsWith("999"u8) && rest.Length > 4 && char.IsAsciiLetterUpper((char)rest[3]) && char.IsAsciiLetterUpper((char)rest[4]),
            _ => false,
        };
    }

    /// <summary>
    /// True when records stand where they should from a place on: a record begins there, or at least the one behind it does where it is expected,
    /// so that only the first few characters are wrong.
    /// </summary>
    public static bool IsAligned(ReadOnlySpan<byte> window, int at, ReadOnlySpan<byte> finess) =>
        at + B2Schema.RecordLength >= window.Length || Begins(window, at, finess) || Begins(window, at + B2Schema.RecordLength, finess);

    /// <summary>The place nearest to <paramref name="expected"/> where a record begins and the next one too, less than a record away; null when there is none.</summary>
    public static int? Nearest(ReadOnlySpan<byte> window, int expected, ReadOnlySpan<byte> finess)
    {
        for (var distance = 1; distance < B2Schema.RecordLength; distance++)
        {
            foreach (var at in (ReadOnlySpan<int>)[expected - distance, expected + distance])
            {
                var next = at + B2Schema.RecordLength;
                if (Begins(window, at, finess) && (next >= window.Length || Begins(window, next, finess)))
                {
                    return at;
                }
            }
        }

        return null;
    }
}
