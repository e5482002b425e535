using Simphonie.Core.Documents;
using Simphonie.Formats.Noemie.Writing;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>Writes deductions and one-off payments directly below a transfer, before its lots: they count for the transfer and for no lot.</summary>
internal static class MoneyWriter
{
    private const int Level = 3;
    private const int Detail = 4;
    private const string OneOffKind = "03";
    private const string DeductionKind = "05";
    private const string PaymentCode = "00001";
    private const string Label = "FORFAIT ANNUEL (SIMULATION)";

    public static void Write(ReturnWriter writer, OtherMoney money, DateOnly day)
    {
        if (money.Deduction > 0)
        {
            writer.Write("returnKind", ReturnComposer.Payment, ("kind", Value.Of(DeductionKind)));
            writer.Write(
                "deduction",
                Level,
                ("line", Value.Of(1)),
                ("debt", Value.Of(money.Reference)),
                ("debtDate", AnswerHeader.Day(day)),
                ("debtNature", Value.Of("IND")),
                ("operation", Value.Of("RPR")),
                ("amount", ReturnComposer.Euros(-money.Deduction)));
        }

        if (money.OneOff > 0)
        {
            writer.Write("returnKind", ReturnComposer.Payment, ("kind", Value.Of(OneOffKind)));
            writer.Write("oneOffPayment", Level, ("code", Value.Of(PaymentCode)), ("amount", ReturnComposer.Euros(money.OneOff)));
            writer.Write(
                "oneOffDetail",
                Detail,
                ("code", Value.Of(PaymentCode)),
                ("label", Value.Of(Label)),
                ("period", Value.Of("A")),
                ("from", AnswerHeader.Day(new DateOnly(day.Year, 1, 1))),
                ("to", AnswerHeader.Day(new DateOnly(day.Year, 12, 31))),
                ("amount", ReturnComposer.Euros(money.OneOff)));
        }
    }
}
