using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Processes;

/// <summary>What can be wrong with processes and their parameters.</summary>
public static class ProcessCodes
{
    public static readonly DiagnosticCode UnknownState = new("SIM1501", Severity.Error, "A transition goes to a state that the process does not have.", "Add the state or correct the name.");
    public static readonly DiagnosticCode NoFirstState = new("SIM1502", Severity.Error, "A process has not exactly one first state.", "Write 'first: true' in the one state that cases begin in.");
    public static readonly DiagnosticCode Unreachable = new("SIM1503", Severity.Error, "No transition leads to a state.", "Lead a transition to it, or remove it.");
    public static readonly DiagnosticCode NoTimer = new("SIM1504", Severity.Error, "A state that is no end has no timer: a case could wait in it for ever.", "Add 'at:' with what is to happen when nothing comes, or make it an end.");
    public static readonly DiagnosticCode NoExit = new("SIM1505", Severity.Error, "A state can be entered and never left, and is no end.", "Add a transition with 'to:', or 'end:'.");
    public static readonly DiagnosticCode StayOrTo = new("SIM1506", Severity.Error, "A transition does not say whether the case stays or goes.", "Write either 'to: STATE' or 'stay: true'.");
    public static readonly DiagnosticCode UnknownHold = new("SIM1507", Severity.Error, "A value is set that the case does not hold.", "Declare it under 'holds:' or correct the name.");
    public static readonly DiagnosticCode BadHold = new("SIM1508", Severity.Error, "What a case holds is not declared as it must be.", "Write NAME: money, instant, date, text or integer, with '?' when it may be empty.");
    public static readonly DiagnosticCode WrongType = new("SIM1509", Severity.Error, "An expression gives a value of another type than is needed.", "Convert it, or correct the expression.");
    public static readonly DiagnosticCode UndeclaredEvent = new("SIM1510", Severity.Error, "A state names an event that 'events:' does not declare.", "Declare it or correct the name.");
    public static readonly DiagnosticCode UnusedEvent = new("SIM1511", Severity.Error, "An event is declared that no state names: it would be unexpected everywhere.", "Name it in a state, or remove it.");
    public static readonly DiagnosticCode UnknownProfile = new("SIM1512", Severity.Error, "A process names parameters that do not exist.", "Add a file NAME.parameters.yaml or correct the reference.");
    public static readonly DiagnosticCode BadParameter = new("SIM1513", Severity.Error, "A parameter has no form that is known.", "Write a duration such as '3 days', a whole number or a text.");
    public static readonly DiagnosticCode UnknownProcess = new("SIM1514", Severity.Error, "An event is raised to a process that does not exist.", "Add the process or correct the name.");
    public static readonly DiagnosticCode UnknownEvent = new("SIM1515", Severity.Error, "An event is raised that its process names nowhere.", "Name it in a state of the process, or correct the name.");
    public static readonly DiagnosticCode Shadowed = new("SIM1516", Severity.Error, "A transition can never be taken, since one before it always is.", "Give the former an 'if', or remove one.");
    public static readonly DiagnosticCode BothOnAndIgnore = new("SIM1517", Severity.Error, "A state both takes and ignores an event.", "Remove it from 'ignore:'.");
    public static readonly DiagnosticCode TimerAtEnd = new("SIM1518", Severity.Error, "A state that is an end has a timer.", "Remove 'at:', or 'end:'.");
    public static readonly DiagnosticCode NoStates = new("SIM1519", Severity.Error, "A process has no state.", "Add 'states:'.");
    public static readonly DiagnosticCode BadAction = new("SIM1520", Severity.Error, "An action is not written as it must be.", "Write send: NAME, work-item: TEXT, alert: TEXT or raise: {event: NAME, process: NAME}.");
    public static readonly DiagnosticCode UnknownTransitions = new("SIM1522", Severity.Error, "A state uses transitions that the process does not name.", "Add them under 'transitions:' or correct the name.");
    public static readonly DiagnosticCode UnknownValue = new("SIM1521", Severity.Error, "An event is raised with a value that its process does not declare for it.", "Declare the value under 'events:' or correct the name.");
}
