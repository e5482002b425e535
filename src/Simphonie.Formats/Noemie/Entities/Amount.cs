namespace Simphonie.Formats.Noemie.Entities;

/// <summary>Amounts and counts as digits.</summary>
internal static class Amount
{
    public const byte Negative = (byte)'N';

    public const byte Positive = (byte)'P';

    /// <summary>False when something else than digits stands there; spaces alone are 0.</summary>
    public static bool TryRead(ReadOnlySpan<byte> digits, out long value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            var number = (uint)(digit - '0');
            if (number > 9)
            {
                value = 0;
                return !digits.ContainsAnyExcept((byte)' ');
            }

            value = (value * 10) + number;
        }

        return true;
    }
}
