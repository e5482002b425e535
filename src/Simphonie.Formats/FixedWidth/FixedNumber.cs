using System.Runtime.CompilerServices;

namespace Simphonie.Formats.FixedWidth;

/// <summary>Numbers of digits filled with zeros; spaces alone are 0.</summary>
internal static class FixedNumber
{
    /// <summary>Reads up to 18 characters. False when one is no digit, unless all are spaces.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> field, out long number)
    {
        number = 0;
        var wrong = 0u;
        foreach (var one in field)
        {
            var digit = (uint)(one - '0');
            wrong |= digit > 9 ? 1u : 0;
            number = (number * 10) + digit;
        }

        return wrong == 0 || IsBlank(field, out number);
    }

    /// <summary>Writes a number that is not negative to the right; false when it needs more digits than there are.</summary>
    public static bool TryWrite(long number, Span<byte> field)
    {
        for (var at = field.Length - 1; at >= 0; at--)
        {
            (number, var digit) = Math.DivRem(number, 10);
            field[at] = (byte)('0' + digit);
        }

        return number == 0;
    }

    private static bool IsBlank(ReadOnlySpan<byte> field, out long number)
    {
        number = 0;
        return field.IndexOfAnyExcept((byte)' ') < 0;
    }
}
