using System.Globalization;
using Simphonie.Simulators.Amo.Configuration;
using Simphonie.Simulators.Amo.Receiving;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>What a return says of every invoice of the lots, with the faults that change what it says.</summary>
internal static class ReturnPlan
{
    private const long UnknownAmount = 1234;
    private const int HighestNumber = 999_999_999;

    public static IReadOnlyList<ReturnLot> Of(IReadOnlyList<SentLot> lots, Decisions decisions, AmoFaults faults)
    {
        var takesBack = faults.NegativeSign;
        var plan = new List<ReturnLot>();
        foreach (var lot in lots)
        {
            var lines = new List<ReturnLine>();
            foreach (var invoice in lot.Invoices)
            {
                var line = new ReturnLine(invoice, decisions.Of(invoice.Key));
                lines.Add(line);
                if (takesBack && line.Reason is null)
                {
                    lines.Add(line with { IsTakenBack = true });
                    takesBack = false;
                }
            }

            if (faults.UnknownInvoice && plan.Count == 0)
            {
                lines.Add(new ReturnLine(Unknown(lots), null));
            }

            plan.Add(new ReturnLot(lot, lines));
        }

        return plan;
    }

    /// <summary>An invoice like the first one, with a number that no invoice of the file has.</summary>
    private static SentInvoice Unknown(IReadOnlyList<SentLot> lots)
    {
        var numbers = lots.SelectMany(lot => lot.Invoices).Select(invoice => invoice.Key.Number).ToHashSet(StringComparer.Ordinal);
        var like = lots[0].Invoices[0];
        var number = HighestNumber;
        while (numbers.Contains(Text(number)))
        {
            number--;
        }

        return like with { Key = like.Key with { Number = Text(number) }, Amo = UnknownAmount, Amc = 0 };
    }

    private static string Text(int number) => number.ToString("000000000", CultureInfo.InvariantCulture);
}
