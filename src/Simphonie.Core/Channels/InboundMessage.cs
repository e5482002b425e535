using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;

namespace Simphonie.Core.Channels;

/// <summary>What a channel hands to intake.</summary>
public sealed record InboundMessage
{
    /// <summary>Name of the inbound channel in <c>hub.yaml</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>
    /// The whole message when it is small; empty when <see cref="Stream"/> is set. Valid only until the returned task completes:
    /// it may lie in the channel's receive buffer, so whoever keeps it longer copies it.
    /// </summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>A larger message, read once to its end by intake, never held whole in memory. The channel bounds nothing: intake stops at the channel's limit.</summary>
    public Stream? Stream { get; init; }

    /// <summary>Format when the channel knows better than its declaration (a FHIR door that also takes Bundles); null otherwise.</summary>
    public IMessageInspector? Inspector { get; init; }

    /// <summary>The authenticated client: subject of its certificate or its user name; null when none.</summary>
    public string? Peer { get; init; }

    /// <summary>Name of the file as a peer gave it, for the journal only; never a path.</summary>
    public string? FileName { get; init; }

    /// <summary>
    /// The identity that duplicates of this message are known by, when it is not the message's own: a file is known by its content.
    /// Null: what the inspector reads.
    /// </summary>
    public string? DuplicateKey { get; init; }

    /// <summary>What the channel found about how the message came (framing), kept with it and told like the findings of intake. Warnings: an error is what <see cref="Inspector"/> says.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>A command forces a file that is a known duplicate.</summary>
    public bool Force { get; init; }
}
