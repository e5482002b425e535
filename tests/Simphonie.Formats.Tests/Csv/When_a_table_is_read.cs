namespace Simphonie.Formats.Tests.Csv;

public sealed class When_a_table_is_read
{
    [TestCase("Nom;Montant;Rang;Jour\r\nA;1,50;2;14/03/2026\r\n")]
    [TestCase("\uFEFFNom;Montant;Rang;Jour\nA;1,50;2;14/03/2026")]
    [TestCase("Jour;Rang;Montant;Nom\r14/03/2026;2;\"1,50\";\"A\"\r")]
    public void Should_know_columns_by_their_titles_and_values_by_their_types(string text)
    {
        var table = CsvTables.Read(text);

        Assert.Multiple(() =>
        {
            Assert.That(CsvTables.Cells(table, "name"), Is.EqualTo(new[] { "A" }));
            Assert.That(CsvTables.Cells(table, "amount"), Is.EqualTo(new[] { "1.50" }));
            Assert.That(CsvTables.Cells(table, "rank"), Is.EqualTo(new[] { "2" }));
            Assert.That(CsvTables.Cells(table, "day"), Is.EqualTo(new[] { "2026-03-14" }));
        });
    }

    [TestCase(CsvTables.Head + "A;x;2;14/03/2026\r\n", "SIM2705 line 2, amount")]
    [TestCase(CsvTables.Head + ";;x;\r\n", "SIM2705 line 2, rank")]
    [TestCase(CsvTables.Head + ";;;31/02/2026\r\n", "SIM2705 line 2, day")]
    [TestCase(CsvTables.Head + "A;1,00;2\r\n", "SIM2704 line 2")]
    [TestCase(CsvTables.Head + "A;1,00;2;;\r\n", "SIM2704 line 2")]
    [TestCase("Nom;Rang;Montant;Jour\r\n", "SIM2703 line 1")]
    public void Should_find(string text, string finding) => Assert.That(CsvTables.Validate(text), Is.EqualTo(new[] { finding }));

    [TestCase("", "SIM2701")]
    [TestCase(CsvTables.Head + "\"A;1,00", "SIM2702")]
    public void Should_find_while_reading(string text, string code) => Assert.That(CsvTables.Read(text).Findings.Select(static finding => finding.Code.Id), Is.EqualTo(new[] { code }));

    [TestCase("columns: |\n  name words Nom\n")]
    [TestCase("columns: |\n  name text\n")]
    [TestCase("columns: |\n  1name text Nom\n")]
    [TestCase("columns: |\n  name text Nom\n  name text Autre\n")]
    [TestCase("columns: |\n  name text Nom\n  other text Nom\n")]
    [TestCase("columns: |\n  name 7 Nom\n")]
    [TestCase("")]
    public void Should_refuse_a_schema(string columns)
    {
        var schema = CsvTables.Load($"schema: csv/x\nversion: \"1\"\neffective: 2020-01-01\nsource: x\nstatus: site\nseparator: \";\"\ndecimal: \",\"\ndate: yyyy-MM-dd\n{columns}", out var findings);

        Assert.That(schema, Is.Null);
        Assert.That(findings.Select(static finding => finding.Code.Id), Has.All.EqualTo("SIM2721").And.Not.Empty);
    }
}
