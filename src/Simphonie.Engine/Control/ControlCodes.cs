using Simphonie.Core.Diagnostics;

namespace Simphonie.Engine.Control;

/// <summary>Codes of commands (SIM44xx).</summary>
public static class ControlCodes
{
    public static readonly DiagnosticCode NotFound = new("SIM4401", Severity.Error,
        "There is nothing of that number.", "Look the number up again; retention may have removed it.");

    public static readonly DiagnosticCode NotInState = new("SIM4402", Severity.Error,
        "It is not in a state that the command is for.", "Show it: somebody or the hub itself may have dealt with it already.");

    public static readonly DiagnosticCode Changed = new("SIM4403", Severity.Error,
        "It changed while the command was carried out.", "Give the command again.");

    public static readonly DiagnosticCode BodyGone = new("SIM4404", Severity.Error,
        "Retention has removed the bytes.", "Nothing can be sent again; ask the sending system for it.");

    public static readonly DiagnosticCode Discarded = new("SIM4405", Severity.Information,
        "A human discarded it.", "Nothing: the reason is with the handling.");

    public static readonly DiagnosticCode WhyMissing = new("SIM4406", Severity.Error,
        "The command needs a reason.", "Say why with --why.");

    public static readonly DiagnosticCode OtherRoute = new("SIM4407", Severity.Error,
        "The route in force cannot go on where the handling stands.", "It is gone, or it waits for something else there: discard the handling and replay it as new.");
}
