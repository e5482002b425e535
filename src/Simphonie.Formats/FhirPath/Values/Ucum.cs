using System.Globalization;

namespace Simphonie.Formats.FhirPath.Values;

/// <summary>
/// A unit of UCUM as a factor over base units, enough to compare and add quantities of one dimension: metric prefixes, products,
/// quotients and powers of the units that billing and clinical messages carry. A unit that is not known is only comparable with itself.
/// </summary>
internal readonly struct Ucum
{
    private readonly string? _dimension;

    private Ucum(decimal factor, string dimension)
    {
        Factor = factor;
        _dimension = dimension;
    }

    /// <summary>How many base units one of this unit is.</summary>
    public decimal Factor { get; }

    public bool Comparable(in Ucum other) => string.Equals(_dimension, other._dimension, StringComparison.Ordinal);

    public static bool TryParse(string text, out Ucum unit)
    {
        unit = default;
        var powers = new SortedDictionary<char, int>();
        var factor = 1m;
        var sign = 1;
        foreach (var (part, separator) in Parts(text))
        {
            if (!TryFactor(part, sign, powers, ref factor))
            {
                return false;
            }

            sign = separator == '/' ? -1 : 1;
        }

        unit = new Ucum(factor, string.Concat(powers.Where(power => power.Value != 0).Select(power => string.Create(CultureInfo.InvariantCulture, $"{power.Key}{power.Value}"))));
        return true;
    }

    private static IEnumerable<(string Part, char Separator)> Parts(string text)
    {
        var start = 0;
        var inside = false;
        for (var i = 0; i < text.Length; i++)
        {
            inside = text[i] switch { '[' or '{' => true, ']' or '}' => false, _ => inside };
            if (!inside && text[i] is '.' or '/')
            {
                yield return (text[start..i], text[i]);
                start = i + 1;
            }
        }

        yield return (text[start..], '\0');
    }

    private static bool TryFactor(string part, int sign, SortedDictionary<char, int> powers, ref decimal factor)
    {
        var annotation = part.IndexOf('{', StringComparison.Ordinal);
        var symbol = annotation >= 0 ? part[..annotation] : part;
        var digits = symbol.Length;
        while (digits > 0 && char.IsAsciiDigit(symbol[digits - 1]))
        {
            digits--;
        }

        if (digits > 0 && symbol[digits - 1] is '-' or '+' && digits < symbol.Length)
        {
            digits--;
        }

        var exponent = 1;
        if (digits is > 0 && digits < symbol.Length && !symbol.StartsWith("10*", StringComparison.Ordinal))
        {
            exponent = int.Parse(symbol[digits..], CultureInfo.InvariantCulture);
            symbol = symbol[..digits];
        }

        if (!UcumAtoms.TryFind(symbol, out var scale, out var dimension) || Math.Abs(exponent) > 6)
        {
            return false;
        }

        for (var i = 0; i < Math.Abs(exponent); i++)
        {
            var direct = exponent * sign > 0;
            if (!Numbers.TryMultiply(factor, direct ? scale : 1 / scale, out factor))
            {
                return false;
            }
        }

        foreach (var (name, power) in dimension)
        {
            powers[name] = powers.GetValueOrDefault(name) + (power * exponent * sign);
        }

        return true;
    }
}
