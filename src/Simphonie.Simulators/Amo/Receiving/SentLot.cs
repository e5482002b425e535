namespace Simphonie.Simulators.Amo.Receiving;

/// <summary>One lot of a file that validated.</summary>
internal sealed record SentLot(int Number, DateOnly Date, IReadOnlyList<SentInvoice> Invoices)
{
    /// <summary>FINESS of who is paid.</summary>
    public string Payee => Invoices[0].Key.Provider;
}
