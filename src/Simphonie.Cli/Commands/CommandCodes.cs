using Simphonie.Core.Diagnostics;

namespace Simphonie.Cli.Commands;

/// <summary>Codes of the command and its environment (60xx).</summary>
public static class CommandCodes
{
    public static readonly DiagnosticCode FileUnreadable = new("SIM6001", Severity.Error, "A file cannot be read.", "Check its name and rights.");
    public static readonly DiagnosticCode FormatUnknown = new("SIM6002", Severity.Error, "The format of a file is not known.", "Name it with --format.");
    public static readonly DiagnosticCode SchemaUnknown = new("SIM6003", Severity.Error, "There is no such schema.", "List them with `definitions list`, or check the folder of schemas.");
    public static readonly DiagnosticCode NoSuchRecord = new("SIM6004", Severity.Error, "The message has no such record or entity.", "Records and entities count from 1; formats without them cannot be explained.");
    public static readonly DiagnosticCode Locked = new("SIM6010", Severity.Error, "Another hub runs on this data directory.", "Stop it, or use another --data.");
    public static readonly DiagnosticCode NoHub = new("SIM6011", Severity.Error, "No hub runs on this data directory.", "Start it with `run`.");
    public static readonly DiagnosticCode SocketPathTooLong = new("SIM6012", Severity.Error, "The path of the data directory is too long for the control socket.", "Choose a shorter --data.");
    public static readonly DiagnosticCode NotFound = new("SIM6020", Severity.Error, "There is no such thing in the journal.", "Check the id.");
    public static readonly DiagnosticCode Prerequisite = new("SIM6030", Severity.Error, "Something that the hub needs is missing.", "Install it as the text says.");
    public static readonly DiagnosticCode PortTaken = new("SIM6031", Severity.Error, "A port is taken.", "Free it, change it, or move all with --port-offset.");
    public static readonly DiagnosticCode PortOutOfRange = new("SIM6032", Severity.Error, "A port would be none after it was moved.", "Choose a --port-offset that keeps every port between 1 and 65535.");
}
