using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;

namespace Simphonie.Core.Formats;

/// <summary>What an inspector read. Not readable: the message is kept as refused and answered negatively (AR) with the findings.</summary>
public sealed record Inspection
{
    public required bool Readable { get; init; }

    /// <summary>The sender's own id of the message (MSH-10), null when it has none.</summary>
    public string? ControlId { get; init; }

    /// <summary>
    /// The identity that duplicates are known by, without the establishment (HL7 v2: MSH-3, MSH-4, MSH-10 and MSH-7, separated by U+001F);
    /// null when the message has none and cannot be a duplicate.
    /// </summary>
    public string? DuplicateKey { get; init; }

    /// <summary>Type for lists and routes: <c>ADT^A01</c>, a FHIR resource type, the XML root's name.</summary>
    public string? Type { get; init; }

    /// <summary>Real or test as the message says; null when it does not say.</summary>
    public World? World { get; init; }

    /// <summary>When the sender says it was made, for the journal's time column; null when it does not say.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Keys that the journal can be searched by, as the schema's header declares them.</summary>
    public IReadOnlyList<BusinessKey> Keys { get; init; } = [];

    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];
}
