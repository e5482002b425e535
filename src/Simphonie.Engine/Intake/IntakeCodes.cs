using Simphonie.Core.Diagnostics;

namespace Simphonie.Engine.Intake;

/// <summary>Codes of intake (SIM40xx).</summary>
public static class IntakeCodes
{
    public static readonly DiagnosticCode WrongWorld = new("SIM4001", Severity.Error,
        "The message belongs to the other world.", "Send real messages to a hub of the real world and test messages to one of the test world.");

    public static readonly DiagnosticCode TooLarge = new("SIM4002", Severity.Error,
        "The message is over the channel's size limit.", "Raise limits.message_megabytes of the channel, or have the sender send less at once.");

    public static readonly DiagnosticCode Overloaded = new("SIM4003", Severity.Error,
        "The hub has more messages in flight than it takes at once.", "The sender sends it again; if it lasts, look at the disk and at the number of connections.");

    public static readonly DiagnosticCode DiskLow = new("SIM4004", Severity.Error,
        "The disk of the journal is nearly full.", "Free space on the disk of the data directory; the sender sends the message again.");

    public static readonly DiagnosticCode Stopping = new("SIM4005", Severity.Error,
        "The hub is stopping.", "The sender sends it again.");

    public static readonly DiagnosticCode Conflict = new("SIM4006", Severity.Error,
        "Another message with other bytes was accepted under the same identity.", "Find out why the sender used one control id for two messages; duplicates.on_conflict: accept takes both.");

    public static readonly DiagnosticCode NoSchema = new("SIM4007", Severity.Warning,
        "No version of the channel's schema is in force.", "Check the reference of the channel's format and the dates of effect of the schema.");
}
