using System.Buffers;
using System.Globalization;
using Simphonie.Core.Documents;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.B2.Writing;
using Simphonie.Formats.National;

namespace Simphonie.Formats.Tests.B2;

/// <summary>A good file made at random: lots, invoices with complements, lines with theirs. The same seed gives the same file.</summary>
internal sealed class GeneratedFile
{
    private static readonly string[] Separators = ["", "", "\r", "\n", "\r\n"];
    private static readonly string[] Providers = ["750000010", "100000009", "690781810"];
    private static readonly string[] Insurances = ["10", "13", "30", "41", "90"];

    private readonly Random _random;
    private readonly B2Writer _writer;
    private readonly ArrayBufferWriter<byte> _output = new();
    private string _finess = "";
    private string _person = "";
    private string _invoice = "";

    private GeneratedFile(int seed)
    {
        _random = new(seed);
        _writer = new(B2Files.Cp2023, _output, Separators[_random.Next(Separators.Length)]);
    }

    public static byte[] Of(int seed)
    {
        var file = new GeneratedFile(seed);
        file.Write();
        return file._output.WrittenSpan.ToArray();
    }

    private void Write()
    {
        _finess = Providers[_random.Next(Providers.Length)];
        Record("000", ("typeEmetteur", "TE"), ("numeroEmetteur", _finess), ("typeDestinataire", "CT"), ("numeroDestinataire", "00000001750011"), ("identificationFichier", $"F{_random.Next(100_000):D5}"), ("dateCreation", Day()), ("norme", "CP"));
        var invoice = _random.Next(1, 900_000_000);
        var lots = _random.Next(1, 3);
        for (var lot = 0; lot < lots; lot++)
        {
            Record("1", ("finess", _finess), ("organismeDestinataire", "011"), ("numeroLot", $"{100 + lot:D3}"), ("nom", "HÔPITAL D’ÉTÉ"), ("dateCreation", Day()), ("norme", "CP"), ("numeroVersionNorme", "062007"), ("uniteMonetaire", "U"));
            for (var count = _random.Next(1, 4); count > 0; count--)
            {
                Invoice(++invoice);
            }

            Record("6", ("marquage", "T"));
        }

        Record("999");
    }

    private void Invoice(int number)
    {
        _invoice = number.ToString("D9", CultureInfo.InvariantCulture);
        var person = $"{_random.Next(1, 3)}{_random.Next(100):D2}{_random.Next(1, 13):D2}{(_random.Next(10) == 0 ? "2A" : _random.Next(10, 95).ToString("D2", CultureInfo.InvariantCulture))}{_random.Next(1, 1000):D3}{_random.Next(1, 1000):D3}";
        _person = person + Nir.Key(person).ToString("D2", CultureInfo.InvariantCulture);
        Of("2CP", ("natureOperation", "1"), ("numeroEntree", $"E{_random.Next(1_000_000)}"), ("grandRegime", "01"), ("caisseGestionnaire", "751"), ("centreGestionnaire", "0000"), ("naturePieceDroits", "1"), ("natureAssurance", Insurances[_random.Next(Insurances.Length)]), ("exoneration", "0"), ("dateNaissance", Birth()), ("dateEntree", Day()), ("dateSortie", Day()), ("heureSortie", "10"));
        if (_random.Next(2) == 0)
        {
            Of("2SCP", ("sequence", "01"), ("complementTitre", "000100"), ("destinataireReglement", "15"), ("parcoursSoins", "A"));
        }

        if (_random.Next(4) == 0)
        {
            Of("2B", ("qualiteBeneficiaire", "AA"), ("civilite", "1"), ("nom", "PAT-TROIS"), ("prenom", "Dominique"));
        }

        for (var lines = _random.Next(1, 4); lines > 0; lines--)
        {
            Line();
        }

        Of("5CP");
    }

    private void Line()
    {
        if (_random.Next(2) == 0)
        {
            Of("3", ("modeTraitement", "07"), ("discipline", "110"), ("dateDebut", Day()), ("dateFin", Day()), ("codeActe", "ATU"), ("quantite", "1"), ("coefficient", "1.00"), ("coefficientMco", "1.0000"), ("prixUnitaire", Amount(5)), ("baseRemboursement", Amount(6)), ("taux", "80"), ("montantAmo", Low()), ("montantTotal", High()), ("montantAmc", Amount(4)));
            if (_random.Next(3) == 0)
            {
                Of("3S", ("sequence", "1"), ("prescripteur", "100000009"), ("exercicePrescripteur", "S"), ("specialitePrescripteur", "01"), ("datePrescription", Day()), ("accordPrealable", "9"));
            }

            return;
        }

        Of("4CP", ("modeTraitement", "07"), ("prescripteur", "100000009"), ("specialitePrescripteur", "01"), ("executant", "100000009"), ("specialiteExecutant", "01"), ("dateSoins", Day()), ("codeActe", "CS"), ("quantite", "1"), ("coefficient", "1.00"), ("denombrement", "0"), ("prixUnitaire", Amount(4)), ("baseRemboursement", Amount(5)), ("taux", "70"), ("montantAmo", Low()), ("montantTotal", High()), ("montantAmc", Amount(4)));
        if (_random.Next(2) == 0)
        {
            Of("4M", ("sequence", "1"), ("codeActe", "DEQP003"), ("activite", "1"));
        }
    }

    private string Amount(int digits) => (_random.Next((int)Math.Pow(10, digits)) / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private string Low() => (_random.Next(10_000) / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private string High() => ((10_000 + _random.Next(10_000)) / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private string Day() => new DateOnly(2024, 1, 1).AddDays(_random.Next(1000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Birth() => _random.Next(10) == 0
        ? $"19{_random.Next(30, 99)}-{_random.Next(20, 43)}-{_random.Next(32):D2}"
        : new DateOnly(1930, 1, 1).AddDays(_random.Next(34_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Of(string record, params (string, string)[] values) =>
        Record(record, [("finess", _finess), ("numeroAssure", _person[..13]), ("cleAssure", _person[13..]), ("numeroFacture", _invoice), .. B2Files.Cp2023.Layouts[record]!.IsCp || record[0] == '3' ? [("rangBeneficiaire", "001")] : Array.Empty<(string, string)>(), .. values]);

    private void Record(string record, params (string Field, string Value)[] values)
    {
        var layout = B2Files.Cp2023.Layouts[record]!;
        _writer.Begin(layout);
        foreach (var (name, value) in values)
        {
            Assert.That(_writer.Set(layout.Record.Field(name)!, Value.Of(value)), Is.Null, $"{record} {name}");
        }

        Assert.That(_writer.End(), Is.Null);
    }
}
