using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Simphonie.Channels.Fhir.Door;

/// <summary>What a caller prefers (RFC 7240): how long to wait, whether to be answered later, and what to get back.</summary>
internal readonly record struct Prefer(TimeSpan? Wait, bool RespondAsync, string? Return)
{
    private const int LongestWait = 3600;

    /// <summary>False when a preference that the door knows is malformed; unknown ones are left aside, as the RFC says.</summary>
    public static bool TryParse(StringValues headers, out Prefer prefer)
    {
        prefer = default;
        foreach (var preference in headers.SelectMany(header => (header ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            var parts = preference.Split(';')[0].Split('=', 2, StringSplitOptions.TrimEntries);
            var value = parts.Length > 1 ? parts[1].Trim('"') : "";
            switch (parts[0].ToLowerInvariant())
            {
                case "wait":
                    if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > LongestWait)
                    {
                        return false;
                    }

                    prefer = prefer with { Wait = TimeSpan.FromSeconds(seconds) };
                    break;
                case "respond-async":
                    prefer = prefer with { RespondAsync = true };
                    break;
                case "return":
                    if (value is not ("minimal" or "representation" or "OperationOutcome"))
                    {
                        return false;
                    }

                    prefer = prefer with { Return = value };
                    break;
                default:
                    break;
            }
        }

        return true;
    }
}
