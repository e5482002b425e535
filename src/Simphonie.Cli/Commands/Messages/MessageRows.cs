using Simphonie.Cli.Output;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Cli.Commands.Messages;

/// <summary>How messages and what became of them are shown. Nothing here is payload.</summary>
internal static class MessageRows
{
    public static Row Summary(MessageRecord message) => new()
    {
        { "id", message.Id },
        { "channel", message.Channel },
        { "received", message.ReceivedAt },
        { "type", message.Type },
        { "control id", message.ControlId },
        { "state", message.State.ToString().ToLowerInvariant() },
        { "answered", message.Acknowledgement },
        { "findings", message.Findings.Count },
        { "correlation", message.Correlation },
        { "revision", Short(message.Revision) },
    };

    public static Row Sheet(MessageRecord message) => new()
    {
        { "id", message.Id },
        { "establishment", message.Establishment },
        { "world", message.World.ToString().ToLowerInvariant() },
        { "channel", message.Channel },
        { "format", message.Schema ?? message.Format },
        { "received", message.ReceivedAt },
        { "type", message.Type },
        { "control id", message.ControlId },
        { "state", message.State.ToString().ToLowerInvariant() },
        { "answered", message.Acknowledgement },
        { "correlation", message.Correlation },
        { "origin", message.Origin is { } origin ? $"{message.OriginKind} of {origin}" : null },
        { "revision", message.Revision },
        { "payload", message.Payload is { } payload ? $"{payload.Length} bytes, SHA-256 {Convert.ToHexStringLower(payload.Hash.Span)[..16]}…" : "removed by retention" },
    };

    /// <summary>A handling in one line: id, route, state.</summary>
    public static string Line(HandlingRecord handling) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{handling.Id} {handling.Route}@{handling.RouteVersion} {handling.State.ToString().ToLowerInvariant()}");

    public static Row Handling(HandlingRecord handling, string why) => new()
    {
        { "handling", handling.Id },
        { "route", $"{handling.Route}@{handling.RouteVersion}" },
        { "state", handling.State.ToString().ToLowerInvariant() },
        { "stage", handling.Stage },
        { "business date", handling.BusinessDate?.ToString("yyyy-MM-dd") },
        { "why", why },
    };

    public static Row Delivery(DeliveryRecord delivery) => new()
    {
        { "delivery", delivery.Key.ToString() },
        { "kind", delivery.Kind },
        { "endpoint", delivery.Endpoint },
        { "state", delivery.State.ToString().ToLowerInvariant() },
        { "attempts", delivery.Attempts },
        { "next", delivery.NextAt },
        { "peer identity", delivery.PeerIdentity },
        { "cause", delivery.CauseCode is null ? null : $"{delivery.CauseCode} {delivery.CauseText}" },
    };

    public static Row Attempt(AttemptRecord attempt) => new()
    {
        { "delivery", attempt.Key.ToString() },
        { "attempt", attempt.Ordinal },
        { "started", attempt.StartedAt },
        { "ms", attempt.Micros / 1000 },
        { "outcome", attempt.Outcome },
        { "cause", attempt.CauseCode },
    };

    public static Row Step(int stage, StepOutcome step) => new()
    {
        { "stage", stage },
        { "step", step.Step },
        { "result", step.Result },
        { "µs", step.Micros },
        { "findings", string.Join("; ", step.Findings.Select(finding => finding.ToString())) },
    };

    private static string? Short(string? revision) => revision?.Length > 12 ? revision[..12] : revision;
}
