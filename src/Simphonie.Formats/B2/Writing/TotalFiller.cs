using Simphonie.Core.Diagnostics;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.B2.Validation;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Writing;

/// <summary>Writes into records, as they pass in order, what follows from the others: counts, totals, and what is said again at the end of a lot or file.</summary>
internal sealed class TotalFiller(B2Schema schema)
{
    private readonly TotalCounter _counter = new(schema.Totals);
    private readonly byte[] _file = new byte[B2Schema.RecordLength];
    private readonly byte[] _lot = new byte[B2Schema.RecordLength];

    /// <summary>Fills a record.</summary>
    /// <param name="layout">Its layout.</param>
    /// <param name="record">Its 128 bytes.</param>
    /// <param name="isGiven">Fields that somebody filled already: those are compared and not written. Null for none.</param>
    /// <param name="problems">Gets totals that do not fit, or that were given otherwise.</param>
    public void Fill(B2Layout layout, Span<byte> record, Predicate<FixedField>? isGiven, List<(FixedField Field, DiagnosticCode Code)> problems)
    {
        foreach (var repeat in schema.Repeats)
        {
            if (repeat.Layout == layout && isGiven?.Invoke(repeat.Field) != true)
            {
                repeat.HeadField.In(repeat.Head.Type == '0' ? _file : _lot).CopyTo(record[repeat.Field.Start..]);
            }
        }

        if (layout.Type is '0' or '1')
        {
            record.CopyTo(layout.Type == '0' ? _file : _lot);
        }

        var scope = _counter.Accept(layout, record);
        foreach (var total in schema.Totals.Totals(layout))
        {
            var value = total.Of(scope.Numbers);
            var bytes = record.Slice(total.Field.Start, total.Field.Length);
            if (isGiven?.Invoke(total.Field) == true)
            {
                if (!FixedNumber.TryRead(bytes, out var given) || given != value)
                {
                    problems.Add((total.Field, B2Codes.TotalContradicts));
                }
            }
            else if (value < 0 || !FixedNumber.TryWrite(value, bytes))
            {
                problems.Add((total.Field, B2Codes.DoesNotFit));
            }
        }
    }
}
