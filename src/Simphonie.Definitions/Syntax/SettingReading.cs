using System.Globalization;
using Simphonie.Core.Declarations;

namespace Simphonie.Definitions.Syntax;

/// <summary>Reads typed values out of a map that <see cref="FieldBinder"/> has checked.</summary>
public static class SettingReading
{
    public static int? Integer(this Setting.Map map, string name) =>
        int.TryParse(map.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static double? Number(this Setting.Map map, string name) =>
        double.TryParse(map.Text(name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static DateOnly? Date(this Setting.Map map, string name) =>
        DateOnly.TryParseExact(map.Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static bool Boolean(this Setting.Map map, string name) => map.Text(name) == "true";

    public static TimeSpan? Duration(this Setting.Map map, string name) =>
        map.Text(name) is { } text && Durations.TryParse(text, out var duration) ? duration : null;

    /// <summary>The scalar of that name, with its mark.</summary>
    public static Setting.Scalar? Scalar(this Setting.Map map, string name) => map[name] as Setting.Scalar;

    public static Setting.Map? Map(this Setting.Map map, string name) => map[name] as Setting.Map;

    /// <summary>The entries of a list; a single value counts as a list of one; empty when absent.</summary>
    public static IReadOnlyList<Setting> Items(this Setting.Map map, string name) => map[name] switch
    {
        null => [],
        Setting.List list => list.Items,
        var single => [single],
    };

    /// <summary>The texts of a list of scalars.</summary>
    public static IReadOnlyList<Setting.Scalar> Scalars(this Setting.Map map, string name) => [.. map.Items(name).OfType<Setting.Scalar>()];
}
