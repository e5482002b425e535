using System.Globalization;

namespace Simphonie.Bench.Figures;

/// <summary>One line of the table at the end.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Measured">The value with its unit.</param>
/// <param name="Target">What it should be; empty for a limit of the machine.</param>
/// <param name="Reached">Null where there is no target.</param>
/// <param name="Beside">What was measured beside it in the same run, and what it cost.</param>
internal sealed record Figure(string Name, string Measured, string Target, bool? Reached, string Beside)
{
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
