using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Routes;

namespace Simphonie.Engine.Testing;

/// <summary>What a route names: its endpoints, and its mappings with their sides.</summary>
internal static class RouteSteps
{
    /// <summary>All steps, those of the cases of a choose among them.</summary>
    public static IEnumerable<Step> All(IReadOnlyList<Step> steps) =>
        steps.SelectMany(static step => step is Step.Choose choose ? choose.Cases.SelectMany(static one => All(one.Steps)).Prepend(step) : [step]);

    /// <summary>Endpoints with the mapping that reads their answer, null where none does.</summary>
    public static IEnumerable<(string Endpoint, Mapping? Response)> Endpoints(Route route) => All(route.Steps).Select(static step => step switch
    {
        Step.Call call => (call.Endpoint, call.Response),
        Step.Send send => (send.Endpoint, null),
        Step.Enrich { Source: "endpoint" } enrich => (enrich.SourceName, enrich.Response),
        _ => ("", (Mapping?)null),
    }).Where(static one => one.Item1.Length > 0);

    /// <summary>Schema reference that all mappings of what goes to an endpoint write; null when there is none, or several.</summary>
    public static string? SentAs(Route route, string endpoint)
    {
        var made = All(route.Steps).Select(step => step switch
        {
            Step.Call call when call.Endpoint == endpoint => call.Request?.To ?? "",
            Step.Send send when send.Endpoint == endpoint => send.Mapping?.To ?? "",
            _ => null,
        }).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return made is [{ Length: > 0 } one] ? one : null;
    }

    /// <summary>Format of the returns that it takes; null for a route that takes none.</summary>
    public static string? ReturnFormat(Route route) => All(route.Steps).OfType<Step.Reconcile>().FirstOrDefault()?.Format;

    /// <summary>True for a route that puts invoices into lots or carries lots.</summary>
    public static bool MakesLots(Route route) => All(route.Steps).Any(static step => step is Step.Lot or Step.Carry);

    /// <summary>Schema references that its mappings read the original with.</summary>
    public static IEnumerable<string> SourceSchemas(Route route) => All(route.Steps).Select(static step => step switch
    {
        Step.Map { Source: "message" } map => map.Mapping.From,
        Step.Call { Source: "message", Request: { } request } => request.From,
        Step.Send { Source: "message", Mapping: { } mapping } => mapping.From,
        Step.Validate { Document: null or "message" } validate => validate.Schema,
        _ => null,
    }).OfType<string>();
}
