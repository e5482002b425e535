using System.Globalization;
using Simphonie.Simulators.Amo.Configuration;
using Simphonie.Simulators.Amo.Receiving;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>Why a lot is refused.</summary>
/// <param name="Code">Four characters.</param>
/// <param name="Label">Text as the acknowledgement carries it.</param>
internal sealed record LotRefusal(string Code, string Label)
{
    private const int OldestDays = 90;
    private const int MostDaysAhead = 2;
    private const string OnDemand = "LOT REFUSE (SIMULATION)";

    private static readonly LotRefusal s_tooOld = new("5001", "LOT CONSTITUE DEPUIS PLUS DE 90 JOURS");
    private static readonly LotRefusal s_ahead = new("5002", "LOT DATE DE PLUS DE 2 JOURS DANS LE FUTUR");
    private static readonly LotRefusal[] s_known = [s_tooOld, s_ahead];

    /// <summary>Null when the lot is accepted: its date may stand, nobody asked for its refusal and it was not drawn.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="file">Id of its file: the same invoices in another lot and file are drawn anew.</param>
    /// <param name="today">Day of the acknowledgement.</param>
    /// <param name="settings">What is refused on demand and by chance.</param>
    public static LotRefusal? Of(SentLot lot, string file, DateOnly today, AmoSettings settings) => OfDate(lot.Date, today) ?? Asked(lot.Number, settings) ?? Drawn(lot, file, settings);

    private static LotRefusal? OfDate(DateOnly date, DateOnly today) => (today.DayNumber - date.DayNumber) switch
    {
        > OldestDays => s_tooOld,
        < -MostDaysAhead => s_ahead,
        _ => null,
    };

    private static LotRefusal? Asked(int number, AmoSettings settings) => settings.RefuseLots.FirstOrDefault(lot => lot.Number == number) is { } asked
        ? s_known.FirstOrDefault(known => known.Code == asked.Code) ?? new(asked.Code, OnDemand)
        : null;

    private static LotRefusal? Drawn(SentLot lot, string file, AmoSettings settings)
    {
        var (drawn, choice) = Draw.Of(settings.Seed, string.Create(CultureInfo.InvariantCulture, $"{lot.Payee}/{lot.Number}/{lot.Date:yyyy-MM-dd}/{file}"));
        return drawn < settings.LotsRefusedPerTenThousand ? s_known[choice % s_known.Length] : null;
    }
}
