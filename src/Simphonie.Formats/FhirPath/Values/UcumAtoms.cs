using System.Globalization;

namespace Simphonie.Formats.FhirPath.Values;

/// <summary>
/// Units of UCUM with their factor over base units: m metre, s second, g gram, M mole, C coulomb, K kelvin, R radian.
/// Units of arbitrary effect (<c>[iU]</c>) are a dimension of their own.
/// </summary>
internal static class UcumAtoms
{
    private static readonly (char, int)[] None = [];
    private static readonly (char, int)[] Length = [('m', 1)];
    private static readonly (char, int)[] Time = [('s', 1)];
    private static readonly (char, int)[] Mass = [('g', 1)];
    private static readonly (char, int)[] Volume = [('m', 3)];
    private static readonly (char, int)[] Pressure = [('g', 1), ('m', -1), ('s', -2)];

    private static readonly Dictionary<string, (decimal Factor, (char, int)[] Dimension, bool Metric)> Atoms = new(StringComparer.Ordinal)
    {
        [""] = (1, None, false),
        ["1"] = (1, None, false),
        ["%"] = (0.01m, None, false),
        ["m"] = (1, Length, true),
        ["[in_i]"] = (0.0254m, Length, false),
        ["[ft_i]"] = (0.3048m, Length, false),
        ["s"] = (1, Time, true),
        ["min"] = (60, Time, false),
        ["h"] = (3600, Time, false),
        ["d"] = (86_400, Time, false),
        ["wk"] = (604_800, Time, false),
        ["mo"] = (2_629_800, Time, false),
        ["a"] = (31_557_600, Time, false),
        ["g"] = (1, Mass, true),
        ["t"] = (1_000_000, Mass, true),
        ["[lb_av]"] = (453.59237m, Mass, false),
        ["[oz_av]"] = (28.349523125m, Mass, false),
        ["L"] = (0.001m, Volume, true),
        ["l"] = (0.001m, Volume, true),
        ["mol"] = (1, [('M', 1)], true),
        ["eq"] = (1, [('M', 1)], true),
        ["C"] = (1, [('C', 1)], true),
        ["K"] = (1, [('K', 1)], true),
        ["Hz"] = (1, [('s', -1)], true),
        ["N"] = (1000, [('g', 1), ('m', 1), ('s', -2)], true),
        ["J"] = (1000, [('g', 1), ('m', 2), ('s', -2)], true),
        ["W"] = (1000, [('g', 1), ('m', 2), ('s', -3)], true),
        ["Pa"] = (1000, Pressure, true),
        ["bar"] = (100_000_000, Pressure, true),
        ["m[Hg]"] = (133_322_000, Pressure, true),
        ["rad"] = (1, [('R', 1)], true),
        ["[iU]"] = (1, [('I', 1)], true),
        ["[IU]"] = (1, [('I', 1)], true),
        ["U"] = (1, [('U', 1)], true),
    };

    private static readonly Dictionary<string, decimal> Prefixes = new(StringComparer.Ordinal)
    {
        ["G"] = 1e9m, ["M"] = 1e6m, ["k"] = 1e3m, ["h"] = 1e2m, ["da"] = 10m, ["d"] = 1e-1m, ["c"] = 1e-2m, ["m"] = 1e-3m,
        ["u"] = 1e-6m, ["n"] = 1e-9m, ["p"] = 1e-12m, ["f"] = 1e-15m,
    };

    public static bool TryFind(string symbol, out decimal factor, out (char Name, int Power)[] dimension)
    {
        if (Atoms.TryGetValue(symbol, out var atom))
        {
            (factor, dimension) = (atom.Factor, atom.Dimension);
            return true;
        }

        foreach (var (prefix, scale) in Prefixes)
        {
            if (symbol.StartsWith(prefix, StringComparison.Ordinal) && Atoms.TryGetValue(symbol[prefix.Length..], out atom) && atom.Metric)
            {
                (factor, dimension) = (atom.Factor * scale, atom.Dimension);
                return true;
            }
        }

        dimension = None;
        if (symbol.StartsWith("10*", StringComparison.Ordinal) && int.TryParse(symbol.AsSpan(3), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power) && Math.Abs(power) <= 20)
        {
            factor = PowerOfTen(power);
            return true;
        }

        factor = 0;
        return false;
    }

    private static decimal PowerOfTen(int power)
    {
        var result = 1m;
        for (var i = 0; i < Math.Abs(power); i++)
        {
            result = power > 0 ? result * 10 : result / 10;
        }

        return result;
    }
}
