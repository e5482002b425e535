using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Routes;

/// <summary>A version of a route and the business date that picked it.</summary>
public readonly record struct RouteChoice(Route Route, DateOnly BusinessDate);

/// <summary>Picks the version of a route that is in force on a message's business date. Pure.</summary>
public static class RouteSelector
{
    /// <summary>
    /// The version with the latest <c>effective</c> not after the business date; null when none is in force yet.
    /// A missing or partial date is the day of receipt, with a finding.
    /// </summary>
    /// <param name="latestFirst">The versions of one route, latest first.</param>
    /// <param name="channel">The channel that the message came from; a version in force that does not listen to it takes nothing.</param>
    /// <param name="context">The message, as its route's expressions see it.</param>
    /// <param name="receivedAt">When the message came.</param>
    /// <param name="findings">Where a bad date is reported.</param>
    public static RouteChoice? Select(IReadOnlyList<Route> latestFirst, string channel, EvaluationContext context, DateTimeOffset receivedAt, DiagnosticBag findings)
    {
        foreach (var route in latestFirst)
        {
            var said = BusinessDate(route, context);
            var date = said ?? ParisTime.DateOf(receivedAt);
            if (route.Effective > date)
            {
                continue;
            }

            if (!route.From.Contains(channel, StringComparer.Ordinal))
            {
                return null;
            }

            if (said is null && route.BusinessDate is not null)
            {
                findings.Add(RouteCodes.BadBusinessDate, route.Place, $"route '{route.Name}' found no full business date; the day of receipt is used.");
            }

            return new(route, date);
        }

        return null;
    }

    private static DateOnly? BusinessDate(Route route, EvaluationContext context)
    {
        if (route.BusinessDate is null)
        {
            return null;
        }

        var items = new List<Item>();
        route.BusinessDate.Evaluate(context, items);
        return items.Count == 1 ? ParseDate(items[0].Value.Text) : null;
    }

    /// <summary>A full date: <c>2024-03-06</c>, <c>20240306</c>, or an instant of either form, which falls on its day in Paris when it has an offset. Null for anything else.</summary>
    internal static DateOnly? ParseDate(string text)
    {
        if (text.Contains('T', StringComparison.Ordinal) && text.Length > 19 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return ParisTime.DateOf(instant);
        }

        var day = text.AsSpan(0, Math.Min(text.Length, text.Length > 4 && text[4] == '-' ? 10 : 8));
        return DateOnly.TryParseExact(day, ["yyyy-MM-dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }
}
