using Simphonie.Core.Diagnostics;

namespace Simphonie.Engine.Returns;

/// <summary>What can happen to returns of payers.</summary>
public static class ReturnCodes
{
    public static readonly DiagnosticCode NoFormat = new("SIM4751", Severity.Error, "The message cannot be taken as a return.", "Name in the step 'reconcile' a format that knows returns, and receive the message with a schema of it.");
    public static readonly DiagnosticCode NotVerified = new("SIM4752", Severity.Error, "A return does not add up; nothing of it was applied.", "Look at its findings with 'messages show', and ask the payer for it again.");
    public static readonly DiagnosticCode OtherWorld = new("SIM4753", Severity.Error, "A return is of the other world: a real one for a test hub or the reverse.", "Send it to the hub that it is meant for.");
    public static readonly DiagnosticCode Copy = new("SIM4754", Severity.Information, "A return has come again; nothing of the copy was applied.", "Nothing needs to be done; 'returns show' tells the first one.");
    public static readonly DiagnosticCode Conflicting = new("SIM4755", Severity.Error, "A return has the identity of another one and says something else; nothing of it was applied.", "Ask the payer which of the two holds. If it is the second, have it sent under an identity of its own.");
    public static readonly DiagnosticCode Unreadable = new("SIM4756", Severity.Error, "A return cannot be read to its end any more.", "What was applied stays. Restore its message or schema, or ask the payer for the rest.");
    public static readonly DiagnosticCode NoCase = new("SIM4757", Severity.Error, "A return names an invoice that the hub does not know.", "If the invoice comes later it is applied by itself. Else name its case with 'returns apply --case', or end it with 'returns dismiss'.");
    public static readonly DiagnosticCode NotInLot = new("SIM4758", Severity.Error, "A return names an invoice that is in no lot.", "If its lot is closed later it is applied by itself. Else decide with 'returns apply' or 'returns dismiss'.");
    public static readonly DiagnosticCode OtherLot = new("SIM4759", Severity.Error, "A return names another lot or lot date than that of the invoice.", "Compare the return with the lots of the invoice, then decide with 'returns apply' or 'returns dismiss'.");
    public static readonly DiagnosticCode OtherPayer = new("SIM4760", Severity.Error, "A return comes from another payer than the one that was asked.", "Find out who owes the part, then decide with 'returns apply' or 'returns dismiss'.");
    public static readonly DiagnosticCode OtherAmount = new("SIM4761", Severity.Error, "A return names another amount asked than that of the invoice.", "Compare both with the payer, then decide with 'returns apply' or 'returns dismiss'.");
    public static readonly DiagnosticCode OtherPerson = new("SIM4762", Severity.Error, "A return names another insured person than the invoice.", "Compare both with the payer, then decide with 'returns apply' or 'returns dismiss'.");
    public static readonly DiagnosticCode Contradiction = new("SIM4763", Severity.Error, "A return says of a part that it is not paid, with an amount paid.", "Ask the payer what holds, then decide with 'returns apply' or 'returns dismiss'.");
    public static readonly DiagnosticCode NotTaken = new("SIM4764", Severity.Error, "The case of an invoice does not take in its state what a return says.", "Look at the case with 'processes show', then decide with 'returns apply' or 'returns dismiss'.");
    public static readonly DiagnosticCode TransferDiffers = new("SIM4765", Severity.Error, "A transfer is not the sum of what stands under it.", "Compare 'returns show' with the accountant's statement, and ask the payer for the difference.");
    public static readonly DiagnosticCode Rejected = new("SIM4766", Severity.Warning, "A payer has rejected an invoice.", "Correct the invoice and send it again under a new number that names the old one, or contest the rejection.");
    public static readonly DiagnosticCode AnswerUnmatched = new("SIM4767", Severity.Error, "An acknowledgement names a lot that is not waiting for one.", "'returns answers' shows what it names, 'lots list' the lots. Where you know which is meant, say so with 'lots answer'.");
    public static readonly DiagnosticCode NotFound = new("SIM4768", Severity.Error, "There is no such part that waits for a decision.", "List them with 'returns show'.");
    public static readonly DiagnosticCode OtherComplement = new("SIM4770", Severity.Error, "A return names an invoice by a complement that it has not, and the hub has others of the same number.", "List them with 'returns candidates', then name the case with 'returns apply --case', or end it with 'returns dismiss'.");
    public static readonly DiagnosticCode Interactive = new("SIM4769", Severity.Error, "A return cannot be reconciled while its sender waits for the answer.", "Take returns from a directory or a mailbox, in a route without 'answer'.");
}
