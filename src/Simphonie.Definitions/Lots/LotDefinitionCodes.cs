using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Lots;

/// <summary>What can be wrong in the definitions of invoicing: the section <c>lots</c>, the directory of recipients.</summary>
public static class LotDefinitionCodes
{
    public static readonly DiagnosticCode DirectoryUnreadable = new("SIM4720", Severity.Error, "The directory of recipients cannot be read.", "Correct the path under 'lots: directory:'; it is relative to hub.yaml.");
    public static readonly DiagnosticCode DirectoryHead = new("SIM4721", Severity.Error, "The directory of recipients has another head line.", "Begin it with the names of its columns, as the reference of hub.yaml shows.");
    public static readonly DiagnosticCode DirectoryRow = new("SIM4722", Severity.Error, "A row of the directory of recipients is malformed.", "Write each number with all of its digits, zeros in front included.");
    public static readonly DiagnosticCode AttachmentTwice = new("SIM4723", Severity.Error, "A caisse of attachment is in the directory twice.", "Keep one row for a scheme, caisse and centre.");
    public static readonly DiagnosticCode RecipientUnknown = new("SIM4724", Severity.Error, "A recipient is not in the directory.", "Add it to the directory, or correct the code: its scheme and organism, five digits.");
    public static readonly DiagnosticCode BadTime = new("SIM4725", Severity.Error, "A time of the day is malformed.", "Write hours and minutes, such as \"18:00\".");
    public static readonly DiagnosticCode NeverCloses = new("SIM4726", Severity.Warning, "Lots close only when they are full.", "Say 'within' or 'at', so that the invoices of a small caisse leave too.");
    public static readonly DiagnosticCode BadSender = new("SIM4727", Severity.Error, "The sender of lots cannot be written.", "Use printable ASCII letters in capitals or not, as many as the field has.");
    public static readonly DiagnosticCode ChannelTaken = new("SIM4728", Severity.Error, "The name of the internal channel of lots is taken.", "Call the inbound channel something else than 'lots'.");
    public static readonly DiagnosticCode RuleTwice = new("SIM4730", Severity.Error, "A control has two rules of the same name.", "Give each rule a name of its own: work items are known by it.");
    public static readonly DiagnosticCode NoLots = new("SIM4729", Severity.Error, "A route makes lots and hub.yaml has no section 'lots'.", "Add the section: recipients, sender, limits.");
    public static readonly DiagnosticCode NoKindTable = new("SIM4733", Severity.Error, "A schema is no table of kinds of billing.", "Name one, such as b2-kinds/hub.");
    public static readonly DiagnosticCode OneKind = new("SIM4731", Severity.Error, "The step does not say of which kind its invoices are, or says it twice.", "Write 'kind', or 'kind_of' with an expression.");
}
