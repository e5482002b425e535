using System.Globalization;
using Simphonie.Simulators.Amo.Configuration;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>Money of a transfer that is no part of an invoice, in cents.</summary>
/// <param name="Deduction">Taken off; 0 for none.</param>
/// <param name="OneOff">Added; 0 for none.</param>
/// <param name="Reference">Number that the debt is known by, ten digits.</param>
internal sealed record OtherMoney(long Deduction, long OneOff, string Reference)
{
    private const int Least = 100;
    private const int Span = 5000;

    /// <summary>What comes with the transfer to an establishment in the return of a file.</summary>
    public static OtherMoney Of(AmoSettings settings, string payee, string answer)
    {
        var deduction = Draw.Of(settings.Seed, $"{payee}/{answer}/deduction");
        var oneOff = Draw.Of(settings.Seed, $"{payee}/{answer}/one-off");
        return new(
            Amount(deduction, settings.DeductionsPerTenThousand),
            Amount(oneOff, settings.OneOffPaymentsPerTenThousand),
            deduction.Choice.ToString("0000000000", CultureInfo.InvariantCulture));
    }

    private static long Amount(Draw draw, int share) => draw.OfTenThousand < share ? Least + (draw.Choice % Span) : 0;
}
