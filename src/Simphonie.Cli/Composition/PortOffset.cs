using System.Globalization;
using System.Text.RegularExpressions;
using Simphonie.Cli.Commands;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Cli.Composition;

/// <summary>Moves every port of a <c>hub.yaml</c>: the values of <c>listen</c>, <c>connect</c> and <c>url</c>, wherever they stand. One that would leave 1 to 65535 is a finding.</summary>
internal static partial class PortOffset
{
    private const int LastPort = 65_535;

    public static Setting Apply(Setting setting, int offset, DiagnosticBag findings) => offset == 0 ? setting : setting switch
    {
        Setting.Map map => map with { Entries = [.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Entry(entry.Key, entry.Value, offset, findings)))] },
        Setting.List list => list with { Items = [.. list.Items.Select(item => Apply(item, offset, findings))] },
        _ => setting,
    };

    private static Setting Entry(string key, Setting value, int offset, DiagnosticBag findings) =>
        key is "listen" or "connect" or "url" && value is Setting.Scalar scalar
            ? scalar with { Text = Port().Replace(scalar.Text, match => Moved(match.Value, offset, scalar.Place, findings), 1) }
            : Apply(value, offset, findings);

    private static string Moved(string port, int offset, Place place, DiagnosticBag findings)
    {
        var moved = int.Parse(port, CultureInfo.InvariantCulture) + (long)offset;
        if (moved is < 1 or > LastPort)
        {
            findings.Add(CommandCodes.PortOutOfRange, place, string.Create(CultureInfo.InvariantCulture, $"Port {port} moved by {offset} is not between 1 and {LastPort}."));
            return port;
        }

        return moved.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The digits after the last colon of the host part.</summary>
    [GeneratedRegex(@"(?<=[^:/]:)\d{1,5}(?=$|[/?#])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Port();
}
