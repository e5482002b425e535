using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Hub;

/// <summary>One inbound channel or endpoint of <c>hub.yaml</c>.</summary>
public sealed record ChannelDefinition
{
    public required string Name { get; init; }

    public required IChannelKind Kind { get; init; }

    /// <summary>What the kind builds from, defaults filled in, secrets resolved.</summary>
    public required ChannelSettings Settings { get; init; }

    public required Place Place { get; init; }

    /// <summary>Schema reference (<c>hl7v2/pam-fr@2.11</c>) or bare format (<c>fhir</c>); null when the kind knows.</summary>
    public string? Format { get; init; }

    /// <summary>Inbound: acknowledge after validation (<c>validated</c>) instead of after receipt.</summary>
    public bool AcknowledgeValidated { get; init; }

    /// <summary>Inbound: the largest message, in bytes.</summary>
    public long MessageBytes { get; init; }

    /// <summary>Endpoint: deliveries at once.</summary>
    public int InFlight { get; init; }

    /// <summary>Endpoint: repeating under the same identity is safe.</summary>
    public bool RepeatSafe { get; init; }
}
