namespace Simphonie.Core.Returns;

/// <summary>A reason of rejection as received.</summary>
/// <param name="Code">Code of the payer's list.</param>
/// <param name="Label">Label as received; text of a peer.</param>
/// <param name="Level"><c>F</c> invoice, <c>L</c> line, <c>A</c> refined code; empty when not told.</param>
/// <param name="Debtor">Whose part; null for both.</param>
/// <param name="Line">Line of the invoice, 0 when not told.</param>
public sealed record ReturnRejection(string Code, string Label, string Level, DebtorPart? Debtor, int Line);
