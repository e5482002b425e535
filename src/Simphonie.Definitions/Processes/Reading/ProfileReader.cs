using System.Globalization;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Processes.Reading;

/// <summary>Reads parameter files.</summary>
internal static class ProfileReader
{
    /// <summary>Null when the head cannot be read.</summary>
    public static ProcessProfile? Read(Setting.Map root, string hash, DiagnosticBag findings)
    {
        var map = FieldBinder.Bind(root, ProcessFields.Profile, "parameters", findings);
        if (map.Scalar("profile") is not { } name || map.Integer("version") is not { } version || map.Date("effective") is not { } effective)
        {
            return null;
        }

        var values = new List<KeyValuePair<string, Value>>();
        foreach (var (key, value) in map.Map("values")?.Entries ?? [])
        {
            if (value is Setting.Scalar { Text.Length: > 0 } scalar && ValueOf(scalar.Text) is { } parsed)
            {
                values.Add(new(key, parsed));
            }
            else
            {
                findings.Add(ProcessCodes.BadParameter, value.Place, $"the parameter '{key}' is neither a duration, a whole number nor a text.");
            }
        }

        return new()
        {
            Name = name.Text,
            Version = version,
            Effective = effective,
            Status = map.Text("status") switch { "published" => SchemaStatus.Published, "site" => SchemaStatus.Site, _ => SchemaStatus.HubProfile },
            Values = values,
            Place = name.Place,
            Hash = hash,
        };
    }

    /// <summary>Whole numbers are longs, durations quantities of calendar units, so that dates can be moved by them.</summary>
    private static Value? ValueOf(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return Value.OfLong(number);
        }

        if (text is "true" or "false")
        {
            return Value.Of(text == "true");
        }

        if (!char.IsAsciiDigit(text[0]) || !Durations.TryParse(text, out var duration))
        {
            return Value.Of(text);
        }

        return Value.OfQuantity(
            duration.Ticks % TimeSpan.TicksPerDay == 0 ? Quantity(duration.Days, "days")
            : duration.Ticks % TimeSpan.TicksPerHour == 0 ? Quantity((long)duration.TotalHours, "hours")
            : duration.Ticks % TimeSpan.TicksPerMinute == 0 ? Quantity((long)duration.TotalMinutes, "minutes")
            : duration.Ticks % TimeSpan.TicksPerSecond == 0 ? Quantity((long)duration.TotalSeconds, "seconds")
            : Quantity((long)duration.TotalMilliseconds, "milliseconds"));
    }

    private static string Quantity(long number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{number} {unit}");
}
