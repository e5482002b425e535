using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Routes;

/// <summary>What can be wrong with routes, one by one and together.</summary>
public static class RouteCodes
{
    public static readonly DiagnosticCode UnknownStep = new("SIM1101", Severity.Error, "A step is not known.", "Use one of the steps of routes/README.md.");
    public static readonly DiagnosticCode UnknownEndpoint = new("SIM1103", Severity.Error, "A step names an endpoint that hub.yaml does not declare.", "Declare the endpoint or correct the name.");
    public static readonly DiagnosticCode UnknownChannel = new("SIM1104", Severity.Error, "A route names an inbound channel that hub.yaml does not declare.", "Declare the channel or correct the name.");
    public static readonly DiagnosticCode UnknownMapping = new("SIM1105", Severity.Error, "A step names a mapping that does not exist.", "Add the mapping or correct the name.");
    public static readonly DiagnosticCode UnknownVersion = new("SIM1106", Severity.Error, "A reference names a version that does not exist.", "Use one of the versions that are named.");
    public static readonly DiagnosticCode UnknownSchema = new("SIM1107", Severity.Error, "A reference names a schema that does not exist.", "Add the schema file or correct the reference.");
    public static readonly DiagnosticCode UnknownDocument = new("SIM1108", Severity.Error, "A document is used that no earlier step makes.", "Make it before with 'as:', or correct the name.");
    public static readonly DiagnosticCode CannotAnswer = new("SIM1109", Severity.Error, "A call goes to an endpoint that cannot answer.", "Use 'send', or an endpoint that answers.");
    public static readonly DiagnosticCode FormatMismatch = new("SIM1110", Severity.Error, "The format of a document is not the one that its reader takes.", "Use a mapping to or from that format.");
    public static readonly DiagnosticCode SameDate = new("SIM1111", Severity.Error, "Two versions of one name are effective on the same date.", "Give each version its own date.");
    public static readonly DiagnosticCode SameVersion = new("SIM1112", Severity.Error, "One name and version is defined twice.", "Rename one of them or raise its version.");
    public static readonly DiagnosticCode NoTest = new("SIM1113", Severity.Warning, "A definition has no test beside it.", "Add a file of the same name that ends in .test.yaml.");
    public static readonly DiagnosticCode NeverMatches = new("SIM1114", Severity.Warning, "A route can never match.", "Correct 'when' or 'from', or remove the route.");
    public static readonly DiagnosticCode Unreachable = new("SIM1115", Severity.Warning, "A step can never be reached.", "Remove it, or give the step before it an 'if'.");
    public static readonly DiagnosticCode NoExpiry = new("SIM1116", Severity.Warning, "A route that delivers does not say when it expires.", "Add 'expires:', such as '48 hours'.");
    public static readonly DiagnosticCode NoKey = new("SIM1117", Severity.Warning, "A route has no key: each message is its own and no order is kept.", "Add 'key:', or 'answer:' when a caller waits.");
    public static readonly DiagnosticCode DocumentTwice = new("SIM1118", Severity.Error, "Two steps make a document of the same name.", "Use another name: documents are never changed.");
    public static readonly DiagnosticCode BadDocumentName = new("SIM1119", Severity.Error, "The name of a document has letters that names of variables may not have.", "Use letters, digits and '_'.");
    public static readonly DiagnosticCode NothingToSend = new("SIM1120", Severity.Error, "A step does not say what it sends.", "Add 'map:' or 'document:'.");
    public static readonly DiagnosticCode BadCase = new("SIM1121", Severity.Error, "Only the last case of a 'choose' may have no condition.", "Add 'if:' or move the case to the end.");
    public static readonly DiagnosticCode UnknownTable = new("SIM1122", Severity.Error, "A step names a table that does not exist.", "Add the table or correct the name.");
    public static readonly DiagnosticCode InteractiveWaits = new("SIM1123", Severity.Error, "A route that answers a waiting caller has a step that waits for other messages.", "Remove 'aggregate', or remove 'answer'.");
    public static readonly DiagnosticCode BadName = new("SIM1124", Severity.Error, "The name of a definition has letters that names may not have.", "Use small letters, digits and '-', at most 80.");
    public static readonly DiagnosticCode SharedGroupKey = new("SIM1125", Severity.Error, "A step groups messages by the key of its route, of which only one is handled at a time.", "Give the route a narrower key, or none.");
    public static readonly DiagnosticCode InteractiveKeeps = new("SIM1127", Severity.Error, "A route that answers a waiting caller has a step that keeps what it was given in lots or returns.", "Answer the caller in one route, and let another, without 'answer', take invoices, files of lots and returns.");
    public static readonly DiagnosticCode AnswersItself = new("SIM1126", Severity.Error, "A route answers its caller with the message that the caller has sent.", "Name a document that a step makes, such as the 'as:' of a 'call' or a 'map'.");
}
