using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Formats.B2.Writing;

/// <summary>Writes what was built: what identifies the invoice goes into all its records, and counts and totals are filled in.</summary>
internal sealed class BuilderOutput(B2Schema schema, Func<long, string> pathOf, DiagnosticBag findings)
{
    private static readonly string[] Identifying = ["finess", "numeroAssure", "cleAssure", "rangBeneficiaire", "numeroFacture"];

    private readonly TotalFiller _totals = new(schema);
    private readonly List<(FixedField Field, DiagnosticCode Code)> _problems = [];

    public void Write(OutputNode root, IBufferWriter<byte> writer)
    {
        OutputNode? invoice = null;
        foreach (var record in root.Records())
        {
            var layout = record.Layout!;
            if (layout is { Type: '2', IsBase: true })
            {
                invoice = record;
            }
            else if (invoice is not null && layout.Type is >= '2' and <= '5')
            {
                Inherit(record, invoice);
            }

            _problems.Clear();
            _totals.Fill(layout, record.Bytes, field => IsGiven(record, field), _problems);
            foreach (var (field, code) in _problems)
            {
                findings.Add(code, Place.InMessage($"{pathOf(record.Handle)}.{field.Name}"), $"{field.Name} ({field.Label}), {field.Length} characters: {code.Title}");
            }

            writer.Write(record.Bytes);
        }
    }

    private static bool IsGiven(OutputNode record, FixedField field) => record.Children.Exists(child => child.IsGiven && child.Field == field);

    private static void Inherit(OutputNode record, OutputNode invoice)
    {
        foreach (var name in Identifying)
        {
            if (record.Layout!.Record.Field(name) is { } to && invoice.Layout!.Record.Field(name) is { } from && to.Length == from.Length && !IsGiven(record, to))
            {
                from.In(invoice.Bytes).CopyTo(record.Bytes.AsSpan(to.Start));
            }
        }
    }
}
