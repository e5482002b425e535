using System.Globalization;

namespace Simphonie.Bench;

/// <summary>What is measured and for how long.</summary>
/// <param name="Rows">Names of the rows; empty for all.</param>
/// <param name="Seconds">How long a load is measured.</param>
/// <param name="Messages">Messages of a filled journal.</param>
/// <param name="Invoices">Invoices of a month.</param>
internal sealed record BenchOptions(IReadOnlyList<string> Rows, double Seconds, long Messages, int Invoices)
{
    /// <summary>Null when the arguments are none that are known.</summary>
    public static BenchOptions? Parse(IReadOnlyList<string> args)
    {
        var options = new BenchOptions([], 60, 1_000_000, 200_000);
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count)
            {
                return null;
            }

            var value = args[i + 1];
            switch (args[i])
            {
                case "--rows":
                    options = options with { Rows = value.Split(',') };
                    break;
                case "--seconds" when double.TryParse(value, CultureInfo.InvariantCulture, out var seconds) && seconds > 0:
                    options = options with { Seconds = seconds };
                    break;
                case "--messages" when long.TryParse(value, CultureInfo.InvariantCulture, out var messages) && messages > 0:
                    options = options with { Messages = messages };
                    break;
                case "--invoices" when int.TryParse(value, CultureInfo.InvariantCulture, out var invoices) && invoices > 0:
                    options = options with { Invoices = invoices };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
