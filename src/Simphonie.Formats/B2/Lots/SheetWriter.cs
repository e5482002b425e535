using Simphonie.Core.Documents;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.B2.Writing;

namespace Simphonie.Formats.B2.Lots;

/// <summary>Writes the records around invoices: 000, 1, 6 and 999, from what was settled when the lot closed.</summary>
internal sealed class SheetWriter(B2Schema schema, LotSheet sheet, B2Writer writer)
{
    private const string Establishment = "TE";

    public void FileHead() => Write("000",
        ("typeEmetteur", Establishment),
        ("numeroEmetteur", sheet.Sender.Finess),
        ("typeDestinataire", RecipientType()),
        ("numeroDestinataire", NumberOf(sheet.Recipient)),
        ("identificationFichier", sheet.FileId),
        ("dateCreation", Day(sheet.FileDate)),
        ("norme", schema.Norm.Code));

    public void LotHead() => Write("1",
        ("finess", sheet.Sender.Finess),
        ("organismeDestinataire", sheet.Recipient.Organism),
        ("numeroLot", sheet.Number.ToString("D3", System.Globalization.CultureInfo.InvariantCulture)),
        ("categorie", sheet.Sender.Category),
        ("statutJuridique", sheet.Sender.LegalStatus),
        ("modeTarifs", sheet.Sender.TariffMode),
        ("nom", sheet.Sender.Name),
        ("dateCreation", Day(sheet.LotDate)),
        ("norme", schema.Norm.Code),
        ("numeroVersionNorme", schema.Norm.Version),
        ("uniteMonetaire", "U"));

    /// <summary>Totals and the lot's number are counted and repeated by the writer.</summary>
    public void LotEnd() => Write("6", ("marquage", sheet.World == World.Real ? "R" : "T"));

    /// <summary>Counts and what names the file are counted and repeated by the writer.</summary>
    public void FileEnd() => Write("999");

    /// <summary>Six zeros, scheme, data centre and organism (000, 28-41).</summary>
    public static string NumberOf(LotRecipient recipient) => $"000000{recipient.Scheme}{recipient.DataCentre}{recipient.Organism}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private string RecipientType() => schema.Norm.RecipientTypes.GetValueOrDefault(sheet.Recipient.Scheme)
        ?? throw new InvalidOperationException("The scheme of the recipient has no type of recipient in the schema.");

    private void Write(string record, params ReadOnlySpan<(string Field, string Value)> values)
    {
        var layout = schema.Layouts[record] ?? throw new InvalidOperationException($"The schema has no record {record}.");
        writer.Begin(layout);
        foreach (var (name, value) in values)
        {
            if (value.Length > 0 && (layout.Record.Field(name) is not { } field || writer.Set(field, Value.Of(value)) is not null))
            {
                throw new InvalidOperationException($"{name} of record {record} cannot be written from the sheet of the lot.");
            }
        }

        if (writer.End() is { } full)
        {
            throw new InvalidOperationException($"{full.Name} of record {record} does not fit: the lot was to close before.");
        }
    }
}
