using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;
using Microsoft.Extensions.Logging;

namespace Simphonie.Core.Channels;

/// <summary>
/// A kind of channel, named in <c>hub.yaml</c> by a stable word (<c>mllp</c>). The same class checks settings and builds from them,
/// so that lint and run time cannot disagree.
/// </summary>
public interface IChannelKind
{
    string Name { get; }

    string Description { get; }

    /// <summary>Fields under <c>inbound: NAME: mllp:</c>; empty when the kind has no inbound side.</summary>
    IReadOnlyList<FieldDeclaration> InboundFields { get; }

    /// <summary>Fields under <c>endpoints: NAME: mllp:</c>; empty when the kind has no endpoint.</summary>
    IReadOnlyList<FieldDeclaration> EndpointFields { get; }

    /// <summary>Checks what the declarations alone cannot (bad combinations); shared settings such as <c>tls</c> and <c>limits</c> included.</summary>
    void Check(ChannelSettings settings, bool inbound, DiagnosticBag findings);

    /// <summary>
    /// What an endpoint of these settings takes and answers, known without building it, so that lint can compare it with mappings.
    /// Null: only what <c>format</c> says is known.
    /// </summary>
    EndpointShape? ShapeOf(ChannelSettings settings) => null;

    /// <summary>Builds an inbound channel from settings that <see cref="Check"/> found no error in.</summary>
    IInboundChannel CreateInbound(ChannelSettings settings, ChannelServices services);

    /// <summary>Builds an endpoint from settings that <see cref="Check"/> found no error in.</summary>
    IEndpoint CreateEndpoint(ChannelSettings settings, ChannelServices services);
}

/// <summary>Formats of an endpoint, by name; <paramref name="AnswerFormat"/> is null when it answers nothing that a <c>call</c> could read.</summary>
public sealed record EndpointShape(string Format, bool Answers, string? AnswerFormat);

/// <summary>One channel of <c>hub.yaml</c>, parsed and with defaults filled in.</summary>
public sealed record ChannelSettings
{
    public required string Name { get; init; }

    /// <summary>What stands under the kind's own word.</summary>
    public required Setting.Map Own { get; init; }

    /// <summary>The whole entry, with the shared keys beside it (<c>format</c>, <c>acknowledge</c>, <c>limits</c>, <c>tls</c>, <c>repeat</c>).</summary>
    public required Setting.Map Entry { get; init; }

    /// <summary>Directory that relative files are read from.</summary>
    public required string BaseDirectory { get; init; }
}

/// <summary>What the hub gives to channels.</summary>
public sealed record ChannelServices
{
    public required IIntake Intake { get; init; }

    public required IInteractiveIntake Interactive { get; init; }

    public required IReadOnlyDictionary<string, IFormat> Formats { get; init; }

    public required ISchemaCatalog Schemas { get; init; }

    public required ILoggerFactory Logs { get; init; }

    public required TimeProvider Time { get; init; }

    public required World World { get; init; }

    public required string Establishment { get; init; }

    /// <summary>Name of the hub, as it signs what it sends (MSH-3).</summary>
    public required string Hub { get; init; }

    /// <summary>Where messages kept earlier can be read again (FHIR read of what was received).</summary>
    public required Journal.IJournalReader Journal { get; init; }

    /// <summary>
    /// Name of the internal channel whose intake takes the application acknowledgements of an inbound channel and sends them to the endpoint
    /// <c>application_ack</c>; null: they go on the same connection.
    /// </summary>
    public Func<string, string?> ApplicationAckChannel { get; init; } = static _ => null;
}
