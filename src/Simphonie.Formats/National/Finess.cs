namespace Simphonie.Formats.National;

/// <summary>
/// The FINESS number of an établissement: nine characters, the last a key over the others by Luhn's formula.
/// Corsica writes 2A or 2B in front; how its key is counted is not public, so that only the form is checked there.
/// </summary>
public static class Finess
{
    public const int Length = 9;

    public static bool IsValid(ReadOnlySpan<char> number)
    {
        if (number.Length != Length)
        {
            return false;
        }

        var corsica = number[0] == '2' && number[1] is 'A' or 'B';
        var sum = 0;
        for (var i = 0; i < Length; i++)
        {
            if (!char.IsAsciiDigit(number[i]) && !(corsica && i == 1))
            {
                return false;
            }

            var digit = number[i] - '0';
            var weighted = (Length - i) % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return corsica || sum % 10 == 0;
    }
}
