using Simphonie.Core.Diagnostics;

namespace Simphonie.Engine.Processes;

/// <summary>What can happen to business cases.</summary>
public static class CaseCodes
{
    public static readonly DiagnosticCode Alert = new("SIM4601", Severity.Warning, "A process tells people of some of its cases.", "Look at them with 'processes list --alerting'; close the task when they are dealt with.");
    public static readonly DiagnosticCode AskedByProcess = new("SIM4602", Severity.Warning, "A process asks a human to act on a case.", "Do what the task says; 'processes show' tells how the case came there.");
    public static readonly DiagnosticCode Unexpected = new("SIM4603", Severity.Warning, "An event came to a case whose state does not expect it.", "Look at the history of the case; the event is kept and changed nothing.");
    public static readonly DiagnosticCode GuardFailed = new("SIM4604", Severity.Warning, "An event came to a case, and no transition of its state applied to it.", "Compare the values of the event with the case; it is kept and changed nothing.");
    public static readonly DiagnosticCode NoCase = new("SIM4605", Severity.Warning, "An event came for a case that does not exist.", "Find out what the event is about; it is kept with its message and changed nothing.");
    public static readonly DiagnosticCode Missing = new("SIM4606", Severity.Error, "The event that begins a case does not carry a value that the case must hold.", "Correct what raises the event, then send its message again.");
    public static readonly DiagnosticCode Broken = new("SIM4607", Severity.Error, "A step of a case would have broken what must always hold, and was not taken.", "Look at the history of the case; correct the process or the data.");
    public static readonly DiagnosticCode NotComputed = new("SIM4608", Severity.Error, "A step of a case could not be computed, and was not taken.", "Correct the expression of the process; the event is kept.");
    public static readonly DiagnosticCode NoProcess = new("SIM4609", Severity.Error, "An event came for a process that is not in force, or whose definition cannot be had any more.", "Put the process back into force; the event is kept with its message.");
    public static readonly DiagnosticCode NoKey = new("SIM4610", Severity.Error, "An event does not say which case it is for.", "Correct what raises the event: the key of the case is empty.");
    public static readonly DiagnosticCode TooManyRaised = new("SIM4611", Severity.Error, "Processes raise events to each other without end.", "Correct the processes; the events after the first ones were not raised.");
}
