using System.Buffers;
using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.B2.Writing;

namespace Simphonie.Bench.B2;

/// <summary>Writes B2 files of any length: lots of 900 invoices of ten records, each invoice with numbers, days and amounts of its own.</summary>
internal sealed class B2Load
{
    private const int InvoicesPerLot = 900;
    private const int MostLots = 999;
    private const int InvoiceBytes = 10 * B2Schema.RecordLength;

    private readonly B2InvoiceLoad _invoices;

    public B2Load(string home)
    {
        var findings = new DiagnosticBag();
        Schema = new B2SchemaLoader().Load(Path.Combine(home, "schemas", "b2", "cp-2023.yaml"), findings) as B2Schema ?? throw new InvalidOperationException(string.Join('\n', findings));
        _invoices = new(Schema.Layouts);
    }

    public B2Schema Schema { get; }

    /// <summary>Writes lots until so many bytes are written, 999 lots at most.</summary>
    public void Write(IBufferWriter<byte> output, long bytes)
    {
        var writer = new B2Writer(Schema, output);
        Record(writer, "000", ("typeEmetteur", "TE"), ("numeroEmetteur", "750000010"), ("typeDestinataire", "CT"), ("numeroDestinataire", "00000001750011"), ("identificationFichier", "F00001"), ("dateCreation", "2026-01-05"), ("norme", "CP"));
        long written = 0;
        for (var lot = 1; lot <= MostLots && written < bytes; lot++)
        {
            Record(writer, "1", ("finess", "750000010"), ("organismeDestinataire", "011"), ("numeroLot", lot.ToString("D3", CultureInfo.InvariantCulture)), ("nom", "HOPITAL DE DEMONSTRATION"), ("dateCreation", "2026-01-05"), ("norme", "CP"), ("numeroVersionNorme", "062007"), ("uniteMonetaire", "U"));
            for (var invoice = 0; invoice < InvoicesPerLot; invoice++)
            {
                _invoices.Write(writer, (lot * InvoicesPerLot) + invoice);
                written += InvoiceBytes;
            }

            Record(writer, "6", ("marquage", "T"));
        }

        Record(writer, "999");
    }

    private void Record(B2Writer writer, string name, params ReadOnlySpan<(string Field, string Value)> values)
    {
        var layout = Schema.Layouts[name]!;
        writer.Begin(layout);
        foreach (var (field, value) in values)
        {
            if (writer.Set(layout.Record.Field(field)!, Value.Of(value)) is { } code)
            {
                throw new InvalidOperationException($"{name} {field}: {code.Title}");
            }
        }

        if (writer.End() is { } full)
        {
            throw new InvalidOperationException($"{name} {full.Name} does not fit");
        }
    }
}
