namespace Simphonie.Simulators.Amo.Answering;

/// <summary>A reason of the simulated AMO, of the hub's own list: the national table is not public.</summary>
/// <param name="Code">Four characters.</param>
/// <param name="Label">Text as the return carries it, in capitals without accents.</param>
internal sealed record RejectionReason(string Code, string Label)
{
    public static IReadOnlyList<RejectionReason> All { get; } =
    [
        new("0101", "DROITS FERMES A LA DATE DES SOINS (SIMULATION)"),
        new("0102", "ASSURE INCONNU DE LA CAISSE (SIMULATION)"),
        new("0104", "AUTRE CAISSE DE RATTACHEMENT (SIMULATION)"),
        new("0201", "EXONERATION NON JUSTIFIEE (SIMULATION)"),
        new("0302", "MONTANT DIFFERENT DU TAUX (SIMULATION)"),
    ];

    public static RejectionReason NoAmcCover { get; } = new("0203", "COUVERTURE COMPLEMENTAIRE INCONNUE OU ECHUE (SIMULATION)");
}
