using Simphonie.Simulators.Amo.Receiving;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>The two known refusals of a lot by its date.</summary>
/// <param name="Code">Four digits.</param>
/// <param name="Label">Text as the acknowledgement carries it.</param>
internal sealed record LotAge(string Code, string Label)
{
    private const int OldestDays = 90;
    private const int MostDaysAhead = 2;

    private static readonly LotAge s_tooOld = new("5001", "LOT CONSTITUE DEPUIS PLUS DE 90 JOURS");
    private static readonly LotAge s_ahead = new("5002", "LOT DATE DE PLUS DE 2 JOURS DANS LE FUTUR");

    /// <summary>Null when the lot's date may stand.</summary>
    public static LotAge? Refusing(SentLot lot, DateOnly today) => (today.DayNumber - lot.Date.DayNumber) switch
    {
        > OldestDays => s_tooOld,
        < -MostDaysAhead => s_ahead,
        _ => null,
    };
}
