namespace Simphonie.Core.Lots;

/// <summary>Key of an invoice: FINESS of the establishment, number (9 digits), complement (6 characters, empty when none).</summary>
public readonly record struct InvoiceKey(string Provider, string Number, string Complement)
{
    /// <summary>The key as text, for cases and the ledger: its parts separated by <c>/</c>.</summary>
    public override string ToString() => $"{Provider}/{Number}/{Complement}";
}
