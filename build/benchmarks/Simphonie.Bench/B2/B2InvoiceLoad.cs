using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.B2.Writing;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Bench.B2;

/// <summary>Invoices of ten records: 2, 2S, two stays, three acts, two of them with a CCAM code, and 5.</summary>
internal sealed class B2InvoiceLoad(B2LayoutSet layouts)
{
    private readonly Filled _first = new(layouts["2CP"]!, ("natureOperation", "1"), ("numeroEntree", "E00000001"), ("grandRegime", "01"), ("caisseGestionnaire", "751"), ("naturePieceDroits", "1"), ("natureAssurance", "10"), ("exoneration", "0"), ("dateNaissance", "790328"), ("heureSortie", "11"));
    private readonly Filled _title = new(layouts["2SCP"]!, ("sequence", "01"), ("complementTitre", "000100"), ("destinataireReglement", "15"));
    private readonly Filled _stay = new(layouts["3"]!, ("modeTraitement", "07"), ("discipline", "110"), ("codeActe", "ATU"), ("quantite", "001"), ("coefficient", "00100"), ("coefficientMco", "10000"), ("taux", "080"));
    private readonly Filled _act = new(layouts["4CP"]!, ("modeTraitement", "07"), ("discipline", "110"), ("prescripteur", "100000009"), ("executant", "100000009"), ("codeActe", "CS"), ("quantite", "01"), ("coefficient", "000100"), ("taux", "070"));
    private readonly Filled _code = new(layouts["4M"]!, ("sequence", "01"), ("codeActe", "DEQP003"), ("activite", "1"));
    private readonly Filled _sum = new(layouts["5CP"]!);

    public void Write(B2Writer writer, int number)
    {
        // One person in three invoices: a NIR with its key is as rarely the one before as in a real file.
        var person = PersonOf(number / 3);
        var day = new DateOnly(2025, 1, 1).AddDays(number % 360);
        var cents = 1000 + (number % 9000);
        Begin(writer, _first, number, person);
        writer.Day(_first["dateEntree"], day);
        writer.Day(_first["dateSortie"], day);
        writer.End();
        Begin(writer, _title, number, person);
        writer.End();
        for (var stay = 0; stay < 2; stay++)
        {
            Begin(writer, _stay, number, person);
            writer.Day(_stay["dateDebut"], day);
            writer.Day(_stay["dateFin"], day);
            Amounts(writer, _stay, cents + stay);
            writer.End();
        }

        for (var act = 0; act < 3; act++)
        {
            Begin(writer, _act, number, person);
            writer.Day(_act["dateSoins"], day);
            Amounts(writer, _act, cents + act);
            writer.End();
            if (act < 2)
            {
                Begin(writer, _code, number, person);
                writer.End();
            }
        }

        Begin(writer, _sum, number, person);
        if (writer.End() is { } full)
        {
            throw new InvalidOperationException($"record 5: {full.Name} does not fit");
        }
    }

    private static void Begin(B2Writer writer, Filled record, int number, (long Number, long Key) person)
    {
        writer.Begin(record.Layout);
        foreach (var (field, text) in record.Values)
        {
            writer.Ascii(field, text);
        }

        writer.Number(record["finess"], 750_000_010);
        writer.Number(record["numeroAssure"], person.Number);
        writer.Number(record["cleAssure"], person.Key);
        writer.Number(record["numeroFacture"], number);
        if (record.Layout.Record.Field("rangBeneficiaire") is { } rank)
        {
            writer.Number(rank, 1);
        }
    }

    private static void Amounts(B2Writer writer, Filled record, int cents)
    {
        writer.Number(record["prixUnitaire"], cents);
        writer.Number(record["baseRemboursement"], cents);
        writer.Number(record["montantAmo"], cents * 7 / 10);
        writer.Number(record["montantTotal"], cents);
        writer.Number(record["montantAmc"], cents * 3 / 10);
    }

    private static (long Number, long Key) PersonOf(int index)
    {
        var number = 1_790_375_000_000L + index;
        return (number, 97 - (number % 97));
    }

    /// <summary>A layout with the fields that are the same in every record of it.</summary>
    private sealed class Filled(B2Layout layout, params (string Field, string Text)[] values)
    {
        public B2Layout Layout { get; } = layout;

        public (FixedField Field, byte[] Text)[] Values { get; } =
            [.. values.Select(value => (layout.Record.Field(value.Field)!, System.Text.Encoding.ASCII.GetBytes(value.Text)))];

        public FixedField this[string name] => Layout.Record.Field(name)!;
    }
}
