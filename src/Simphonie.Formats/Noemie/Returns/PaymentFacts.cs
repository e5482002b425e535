namespace Simphonie.Formats.Noemie.Returns;

/// <summary>Who pays whom, with which transfer and when.</summary>
internal sealed record PaymentFacts(string Payer)
{
    /// <summary>FINESS of who is paid; empty when the return names nobody.</summary>
    public string Payee { get; init; } = "";

    /// <summary>Label of the transfer, null when money comes without one.</summary>
    public string? Transfer { get; init; }

    public DateOnly? AccountedOn { get; init; }
}
