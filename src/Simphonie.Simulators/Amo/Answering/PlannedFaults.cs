using System.Globalization;
using Simphonie.Core.Returns;
using Simphonie.Simulators.Amo.Configuration;
using Simphonie.Simulators.Amo.Receiving;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>The faults that change what a return says.</summary>
internal static class PlannedFaults
{
    private const long UnknownAmount = 1234;
    private const int HighestNumber = 999_999_999;

    /// <summary>The plan with the faults that are on; it has a lot at least.</summary>
    public static IReadOnlyList<ReturnLot> In(IReadOnlyList<ReturnLot> plan, AmoFaults faults)
    {
        List<ReturnLot> wrong = [.. faults.NegativeSign ? TakenBack(plan) : plan];
        if (faults.UnknownInvoice)
        {
            wrong[0] = wrong[0] with { Lines = [.. wrong[0].Lines, ReturnLine.Paying(Unknown(plan))] };
        }

        if (faults.YearOldInvoice)
        {
            var (sent, invoice) = (plan[0].Sent, plan[0].Sent.Invoices[0]);
            wrong.Add(new(sent with { Date = sent.Date.AddYears(-1) }, [ReturnLine.Paying(invoice with { InvoicedOn = invoice.InvoicedOn?.AddYears(-1) })]));
        }

        return wrong;
    }

    /// <summary>The first invoice that is paid, and behind it the same with sign N.</summary>
    private static IEnumerable<ReturnLot> TakenBack(IReadOnlyList<ReturnLot> plan)
    {
        var first = plan.SelectMany(lot => lot.Lines).FirstOrDefault(line => line.Amo is { State: PartState.Paid });
        return plan.Select(lot => lot with { Lines = [.. lot.Lines.SelectMany(line => ReferenceEquals(line, first) ? [line, Reversed(line)] : new[] { line })] });
    }

    private static ReturnLine Reversed(ReturnLine line) => line with { Amo = Reversed(line.Amo), Amc = Reversed(line.Amc) };

    private static PartAnswer? Reversed(PartAnswer? part) => part is { State: PartState.Paid } ? part with { Paid = -part.Paid } : null;

    /// <summary>An invoice like the first one, with a number that no invoice of the file has.</summary>
    private static SentInvoice Unknown(IReadOnlyList<ReturnLot> plan)
    {
        var numbers = plan.SelectMany(lot => lot.Sent.Invoices).Select(invoice => invoice.Key.Number).ToHashSet(StringComparer.Ordinal);
        var like = plan[0].Sent.Invoices[0];
        var number = HighestNumber;
        while (numbers.Contains(Text(number)))
        {
            number--;
        }

        return like with { Key = like.Key with { Number = Text(number) }, Amo = UnknownAmount, Amc = 0 };
    }

    private static string Text(int number) => number.ToString("000000000", CultureInfo.InvariantCulture);
}
