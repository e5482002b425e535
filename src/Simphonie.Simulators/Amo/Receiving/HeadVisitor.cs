using Simphonie.Formats.B2.Validation;

namespace Simphonie.Simulators.Amo.Receiving;

/// <summary>Keeps of a file what stands around its invoices: record 000, and the mark of each record 6.</summary>
internal sealed class HeadVisitor : IB2Visitor
{
    private readonly HashSet<string> _marks = new(StringComparer.Ordinal);

    public FileHead? Head { get; private set; }

    /// <summary>The mark that all lots have, null when they differ or there is none.</summary>
    public string? Mark => _marks.Count == 1 ? _marks.First() : null;

    public void Visit(in B2Record record)
    {
        if (record.Layout is not { } layout)
        {
            return;
        }

        if (layout.Type == '0')
        {
            Head ??= new FileHead(
                RecordText.Of(layout, "typeEmetteur", record.Bytes),
                RecordText.Of(layout, "numeroEmetteur", record.Bytes),
                RecordText.Of(layout, "typeDestinataire", record.Bytes),
                RecordText.Of(layout, "numeroDestinataire", record.Bytes),
                RecordText.Of(layout, "identificationFichier", record.Bytes),
                RecordText.Of(layout, "dateCreation", record.Bytes));
        }
        else if (layout.Type == '6')
        {
            _marks.Add(RecordText.Of(layout, "marquage", record.Bytes));
        }
    }
}
