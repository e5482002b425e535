using System.Globalization;
using System.Text.RegularExpressions;
using Simphonie.Core.Declarations;

namespace Simphonie.Cli.Composition;

/// <summary>Moves every port of a <c>hub.yaml</c>: the values of <c>listen</c>, <c>connect</c> and <c>url</c>, wherever they stand.</summary>
internal static partial class PortOffset
{
    public static Setting Apply(Setting setting, int offset) => offset == 0 ? setting : setting switch
    {
        Setting.Map map => map with { Entries = [.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Entry(entry.Key, entry.Value, offset)))] },
        Setting.List list => list with { Items = [.. list.Items.Select(item => Apply(item, offset))] },
        _ => setting,
    };

    private static Setting Entry(string key, Setting value, int offset) =>
        key is "listen" or "connect" or "url" && value is Setting.Scalar scalar
            ? scalar with { Text = Port().Replace(scalar.Text, match => Moved(match.Value, offset), 1) }
            : Apply(value, offset);

    private static string Moved(string port, int offset) =>
        (int.Parse(port, CultureInfo.InvariantCulture) + offset).ToString(CultureInfo.InvariantCulture);

    /// <summary>The digits after the last colon of the host part.</summary>
    [GeneratedRegex(@"(?<=[^:/]:)\d{1,5}(?=$|/)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Port();
}
