using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Hub;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Intake;

namespace Simphonie.Cli.Composition;

/// <summary>
/// Application acknowledgements that go to an endpoint (<c>application_ack</c> of <c>hub.yaml</c>): each MLLP channel has an internal channel of its own
/// that keeps them as messages, and one built-in route that sends them on byte for byte. They are looked up, retried and resent as all else is.
/// </summary>
internal static class ApplicationAcknowledgements
{
    private const string Suffix = ".application-ack";

    /// <summary>Name of the internal channel of an inbound channel; null when acknowledgements go on the same connection.</summary>
    public static string? ChannelOf(HubDefinition hub, string inbound) => hub.ApplicationAck is null ? null : inbound + Suffix;

    /// <summary>What intake is told of the internal channels.</summary>
    public static IEnumerable<IntakeChannel> Channels(HubDefinition hub, ISchemaCatalog schemas) =>
        Senders(hub).Select(channel => IntakeChannelFactory.Create(hub, channel, schemas) with { Name = channel.Name + Suffix, Acknowledge = AcknowledgeMode.Received });

    /// <summary>The built-in route; none when acknowledgements go on the same connection.</summary>
    public static IReadOnlyList<Route> Routes(HubDefinition hub) => hub.ApplicationAck is not { } endpoint
        ? []
        :
        [
            new()
            {
                Name = "application-ack",
                Version = 1,
                Effective = DateOnly.MinValue,
                Description = "Sends application acknowledgements to the endpoint that hub.yaml names.",
                Place = Place.InFile(hub.File, 0, 0),
                From = [.. Senders(hub).Select(channel => channel.Name + Suffix)],
                Steps = [new Step.Send(endpoint, Mapping: null, Document: "message", Place.InFile(hub.File, 0, 0))],
                Retry = RetryPolicy.Default,
            },
        ];

    private static IEnumerable<ChannelDefinition> Senders(HubDefinition hub) =>
        hub.ApplicationAck is null ? [] : hub.Inbound.Where(channel => channel.Kind.Name == "mllp");
}
