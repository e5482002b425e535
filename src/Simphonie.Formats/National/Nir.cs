namespace Simphonie.Formats.National;

/// <summary>
/// The number of the French register of persons (NIR) and its waiting form (NIA): 13 characters and a key of two digits,
/// key = 97 − (number mod 97). In Corsica the département is 2A or 2B, counted as 19 and 18.
/// </summary>
public static class Nir
{
    /// <summary>Length without key.</summary>
    public const int NumberLength = 13;

    /// <summary>Length with key.</summary>
    public const int FullLength = 15;

    /// <summary>The key of a number without key, 1 to 97; -1 when it is not 13 digits, with or without 2A or 2B as département.</summary>
    public static int Key(ReadOnlySpan<char> number)
    {
        if (number.Length != NumberLength)
        {
            return -1;
        }

        long value = 0;
        for (var index = 0; index < NumberLength; index++)
        {
            var one = number[index];
            if (index == 6 && one is 'A' or 'B' && number[5] == '2')
            {
                value = (value * 10) - 10 + (one == 'A' ? 9 : 8);
            }
            else if (char.IsAsciiDigit(one))
            {
                value = (value * 10) + (one - '0');
            }
            else
            {
                return -1;
            }
        }

        return 97 - (int)(value % 97);
    }

    /// <summary>A number as it is compared: without blanks, in capitals, with its key. Anything else stays as it is, but for blanks and capitals.</summary>
    public static string Normal(string written)
    {
        var text = written.Contains(' ', StringComparison.Ordinal) ? written.Replace(" ", "", StringComparison.Ordinal) : written;
        text = text.ToUpperInvariant();
        return Key(text) is var key and > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{text}{key:00}") : text;
    }

    /// <summary>True for 13 characters of a number followed by its right key.</summary>
    public static bool IsValid(ReadOnlySpan<char> full) =>
        full.Length == FullLength && char.IsAsciiDigit(full[13]) && char.IsAsciiDigit(full[14]) &&
        Key(full[..NumberLength]) == ((full[13] - '0') * 10) + (full[14] - '0');
}
