using Simphonie.Core.Channels;
using Simphonie.Core.Lots;
using Simphonie.Definitions.Hub;

namespace Simphonie.Definitions.Routes;

/// <summary>What routes may name of a site: its channels and endpoints.</summary>
/// <param name="Inbound">Schema or format reference of each inbound channel; null where only the kind knows it.</param>
/// <param name="Endpoints">What is known of each endpoint.</param>
/// <param name="Strict">False when definitions of an older revision are compiled for a replay: a name that is gone is then not an error.</param>
public sealed record SiteNames(IReadOnlyDictionary<string, string?> Inbound, IReadOnlyDictionary<string, EndpointShape?> Endpoints, bool Strict = true)
{
    /// <summary>False when the site makes no lots.</summary>
    public bool HasLots { get; init; } = true;

    public static SiteNames Of(HubDefinition hub)
    {
        var inbound = hub.Inbound.ToDictionary(c => c.Name, c => c.Format ?? (c.Kind.Name == "fhir" ? "fhir/r4" : null), StringComparer.Ordinal);
        if (hub.Lots is not null)
        {
            inbound.TryAdd(LotChannel.Name, null);
        }

        return new(inbound, hub.Endpoints.ToDictionary(c => c.Name, ShapeOf, StringComparer.Ordinal)) { HasLots = hub.Lots is not null };
    }

    private static EndpointShape? ShapeOf(ChannelDefinition endpoint) => endpoint.Kind.ShapeOf(endpoint.Settings);
}
