using Simphonie.Core.Channels;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;

namespace Simphonie.Engine.Intake;

/// <summary>What intake knows of one inbound channel of <c>hub.yaml</c>. Immutable; made once at start.</summary>
public sealed record IntakeChannel
{
    /// <summary>Name in <c>hub.yaml</c>.</summary>
    public required string Name { get; init; }

    public required string Establishment { get; init; }

    public required World World { get; init; }

    public required IFormat Format { get; init; }

    /// <summary>Schema reference such as <c>hl7v2/pam-fr@2.11</c>; null: read without one.</summary>
    public string? Schema { get; init; }

    public required IMessageInspector Inspector { get; init; }

    public AcknowledgeMode Acknowledge { get; init; }

    /// <summary>Largest message, in bytes.</summary>
    public long SizeLimit { get; init; } = 20L * 1024 * 1024;

    /// <summary>How long an accepted identity is remembered.</summary>
    public TimeSpan DuplicateWindow { get; init; } = TimeSpan.FromDays(7);

    /// <summary>True (<c>on_conflict: accept</c>): the same identity with other bytes is a new message.</summary>
    public bool AcceptConflicts { get; init; }

    /// <summary>The acknowledgement code that the journal shows for a disposition; null for a protocol that has none.</summary>
    public Func<IntakeDisposition, string?>? AcknowledgementCode { get; init; }
}
