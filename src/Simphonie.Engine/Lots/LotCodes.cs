using Simphonie.Core.Diagnostics;

namespace Simphonie.Engine.Lots;

/// <summary>What can happen to invoices on their way into a lot, and to lots.</summary>
public static class LotCodes
{
    public static readonly DiagnosticCode NoLots = new("SIM4701", Severity.Error, "This hub makes no lots.", "Add the section 'lots' to hub.yaml.");
    public static readonly DiagnosticCode NoLotFormat = new("SIM4702", Severity.Error, "A document of this format cannot be put into a lot.", "Map it to a format that knows lots, such as b2, before the step 'lot'.");
    public static readonly DiagnosticCode InvoiceRefused = new("SIM4703", Severity.Error, "The invoice cannot be put into a lot as it is.", "Correct what the findings name in the billing software, and send the invoice again.");
    public static readonly DiagnosticCode InvoiceLive = new("SIM4704", Severity.Error, "The number of the invoice is in use, with other content.", "If it is a correction, take the first one out of its lot before that closes (lots take-out) and send this one again; otherwise give it a number of its own.");
    public static readonly DiagnosticCode OtherEstablishment = new("SIM4705", Severity.Error, "The invoice is of another establishment.", "Send it to the hub of that establishment, or correct its FINESS.");
    public static readonly DiagnosticCode NoRecipient = new("SIM4706", Severity.Error, "No recipient is known for the caisse of attachment.", "Add the caisse to the directory of recipients, or correct the invoice, and retry.");
    public static readonly DiagnosticCode OtherOwner = new("SIM4707", Severity.Error, "The lots of this recipient are numbered by the other side.", "Say under 'lots: numbers' and 'except' of hub.yaml who numbers them; one side only may.");
    public static readonly DiagnosticCode NotCertified = new("SIM4708", Severity.Error, "The profile may not send real invoices.", "Only a profile that the site is certified for sends real invoices: name it under 'lots: certified'. A hub profile sends test invoices only.");
    public static readonly DiagnosticCode NumberSkipped = new("SIM4709", Severity.Warning, "A number was skipped, because a lot that has it is still open with the recipient.", "Look why that lot is still open: no acknowledgement, or invoices without a return.");
    public static readonly DiagnosticCode NumbersUsedUp = new("SIM4710", Severity.Error, "All numbers of lots are taken at the recipient; no lot closes for it.", "Settle lots that are over (lots settle), or ask the recipient for the returns that are missing. Invoices wait meanwhile.");
    public static readonly DiagnosticCode CannotClose = new("SIM4711", Severity.Error, "A lot cannot be closed.", "Correct what its cause names; it is tried again by itself.");
    public static readonly DiagnosticCode JournalBehind = new("SIM4712", Severity.Error, "The journal is behind the numbers of lots that have left: it was put back from a backup.", "No lot leaves. Take invoices that have left since the backup out of their lots (lots take-out), then accept the newer numbers (lots accept --why).");
    public static readonly DiagnosticCode MarksUnreadable = new("SIM4713", Severity.Error, "The file that keeps the numbers of lots outside of the journal cannot be read or written.", "No lot leaves until it can. Check its disk and permissions; if it is damaged, look which lots the recipients have, remove it, and start again.");
    public static readonly DiagnosticCode WrongState = new("SIM4714", Severity.Error, "The lot is not in a state in which this can be done.", "Look at it with 'lots show'.");
    public static readonly DiagnosticCode NotFound = new("SIM4715", Severity.Error, "There is no such lot or invoice.", "List them with 'lots list' and 'lots show'.");
    public static readonly DiagnosticCode Changed = new("SIM4716", Severity.Error, "The lot changed meanwhile.", "Look at it again, and repeat the command if it is still what you want.");
    public static readonly DiagnosticCode Controlled = new("SIM4718", Severity.Error, "A control before sending does not hold.", "Correct what the work item names, and send the invoice again.");
    public static readonly DiagnosticCode FileRefused = new("SIM4719", Severity.Error, "A file of lots cannot be carried as it is.", "Correct what its cause names in the billing software, and send a new file with a number and an id of its own.");
    public static readonly DiagnosticCode NoKind = new("SIM4732", Severity.Error, "The invoice has no kind of billing.", "Let the route say it, or add the act to the table of kinds, and retry.");
    public static readonly DiagnosticCode Taken = new("SIM4717", Severity.Error, "The lot was taken back before it arrived.", "Its invoices are in another lot.");
}
