using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Validation;

/// <summary>
/// Compares what records 5, 6 and 999 say with what was counted and added up, each over its own invoice, lot or file.
/// Where an amount could not be read, the sums that it belongs to are not compared: they would only repeat the finding.
/// </summary>
internal sealed class TotalRule(B2TotalSet totals, FindingSink findings)
{
    private readonly TotalCounter _counter = new(totals);

    public void AcceptUnreadable(byte type) => _counter.AcceptUnreadable(type);

    public void Accept(B2Layout layout, ReadOnlySpan<byte> record)
    {
        var scope = _counter.Accept(layout, record);
        foreach (var total in totals.Totals(layout))
        {
            if ((scope.IsCertain || total.IsCount) && FixedNumber.TryRead(total.Field.In(record), out var written) && written != total.Of(scope.Numbers))
            {
                findings.Field(total.IsCount ? B2Codes.WrongCount : B2Codes.WrongTotal, total.Field, total.IsCount ? "does not agree with the records" : "does not agree with the lines");
            }
        }
    }
}
