using Simphonie.Core.Diagnostics;

namespace Simphonie.Engine.Dispatch;

/// <summary>Codes of sequencing and of steps (SIM41xx).</summary>
public static class DispatchCodes
{
    public static readonly DiagnosticCode ConditionFailed = new("SIM4101", Severity.Error,
        "A condition of the route could not be decided for this message.", "Look at the finding's place in the message, correct the expression or the sender, then retry.");

    public static readonly DiagnosticCode EmptyKey = new("SIM4102", Severity.Warning,
        "The route's key is empty for this message, which is then its own key.", "Order is not promised for it; check the key expression of the route.");

    public static readonly DiagnosticCode NoBusinessDate = new("SIM4103", Severity.Warning,
        "The message has no usable business date; the date of receipt is taken.", "Check the business_date expression of the route and the dates that the sender writes.");

    public static readonly DiagnosticCode RouteGone = new("SIM4104", Severity.Error,
        "The definitions that this handling was made with cannot be found or compiled.", "Restore the revision from a backup, or discard and replay under the definitions in force.");

    public static readonly DiagnosticCode PayloadGone = new("SIM4105", Severity.Error,
        "The payload has been removed by retention.", "Nothing can be run again for it; discard it.");

    public static readonly DiagnosticCode StepBroke = new("SIM4106", Severity.Error,
        "A step ended by an internal error.", "Report it with the code, the step and the kind of error shown; the message itself is not needed.");

    public static readonly DiagnosticCode SchemaUnknown = new("SIM4107", Severity.Error,
        "The schema of a step is not in force at the business date.", "Check the reference and its dates of effect.");

    public static readonly DiagnosticCode DocumentMissing = new("SIM4108", Severity.Error,
        "A step reads a document that no earlier step has made.", "Give the step an if:, or check why the earlier step made nothing.");

    public static readonly DiagnosticCode Filtered = new("SIM4109", Severity.Information,
        "A filter of the route ended the handling.", "Nothing: a normal end.");

    public static readonly DiagnosticCode EndpointUnknown = new("SIM4110", Severity.Error,
        "A step names an endpoint that hub.yaml does not have.", "Declare the endpoint in hub.yaml, then retry.");

    public static readonly DiagnosticCode AnswerMissing = new("SIM4111", Severity.Error,
        "The endpoint's answer is missing or cannot be read.", "Look at the delivery; ask the operator of the endpoint when it answered without content.");

    public static readonly DiagnosticCode AskedByRoute = new("SIM4112", Severity.Warning,
        "A route asks for a human.", "Do what the work item says, then close it with the reason.");

    public static readonly DiagnosticCode OverLimit = new("SIM4113", Severity.Error,
        "The same key came more often than the route's limit allows.", "Find out whether two systems answer each other in a loop.");

    public static readonly DiagnosticCode ValidationFailed = new("SIM4114", Severity.Error,
        "The document does not pass its schema.", "See the findings of the step.");

    public static readonly DiagnosticCode TableUnknown = new("SIM4115", Severity.Error,
        "A step looks into a table that the hub does not have.", "Check the name of the table.");

    public static readonly DiagnosticCode Expired = new("SIM4116", Severity.Error,
        "The route's time for this message is over.", "Decide whether it is still of use; a replay makes a new handling.");

    public static readonly DiagnosticCode WorkBroke = new("SIM4118", Severity.Error,
        "Loading, running or committing a stage ended by an internal error, again and again.", "Report it with the code and the kind of error shown; then retry or discard the dead letter.");

    public static readonly DiagnosticCode Aggregated = new("SIM4117", Severity.Information,
        "The message went on as part of a group.", "Nothing: a normal end.");
    public static readonly DiagnosticCode NoIdentity = new("SIM4119", Severity.Error, "An event would have no identity, so that a copy of the message could raise it twice.", "Correct 'identity' of the step: it is empty for this message.");
}
