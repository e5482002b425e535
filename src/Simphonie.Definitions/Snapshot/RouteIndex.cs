using Simphonie.Definitions.Routes;

namespace Simphonie.Definitions.Snapshot;

/// <summary>Routes by the channel that they listen to.</summary>
internal static class RouteIndex
{
    /// <summary>For each channel, the routes of which any version listens to it, each with all its versions latest first; in order of name.</summary>
    public static Dictionary<string, IReadOnlyList<IReadOnlyList<Route>>> Of(IReadOnlyList<Route> routes)
    {
        var groups = routes
            .GroupBy(r => r.Name, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (IReadOnlyList<Route>)[.. g.OrderByDescending(r => r.Effective)])
            .ToList();
        return groups
            .SelectMany(g => g)
            .SelectMany(r => r.From)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(c => c, c => (IReadOnlyList<IReadOnlyList<Route>>)[.. groups.Where(g => g.Any(r => r.From.Contains(c, StringComparer.Ordinal)))], StringComparer.Ordinal);
    }
}
