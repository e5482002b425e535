using System.Diagnostics;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.Csv;
using Simphonie.Formats.Tests.Fhir;

namespace Simphonie.Formats.Tests.Csv;

public sealed class When_a_table_is_written
{
    [TestCase("DUPONT", "DUPONT")]
    [TestCase("a;b", "\"a;b\"")]
    [TestCase("a\"b", "\"a\"\"b\"")]
    [TestCase("a\r\nb", "\"a\r\nb\"")]
    [TestCase(" a", "\" a\"")]
    [TestCase("a ", "\"a \"")]
    [TestCase("", "")]
    public void Should_quote_what_would_be_misread(string text, string cell) => Assert.That(CsvTables.Names(text), Is.EqualTo($"{CsvTables.Head}{cell};;;\r\n"));

    [TestCase("=1+1", "'=1+1")]
    [TestCase("+33", "'+33")]
    [TestCase("-2", "'-2")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("\t=1", "'\t=1")]
    [TestCase("＝1", "'＝1")]
    [TestCase("=HYPERLINK(\"x\";\"y\")", "\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\"")]
    [TestCase("1=1", "1=1")]
    public void Should_leave_no_text_that_is_a_formula(string text, string cell) => Assert.That(CsvTables.Names(text), Is.EqualTo($"{CsvTables.Head}{cell};;;\r\n"));

    [TestCase("70.00", "70,00")]
    [TestCase("-15", "-15,00")]
    [TestCase("0.5", "0,50")]
    [TestCase("1.100", "1,10")]
    [TestCase("12345678901.23", "12345678901,23")]
    public void Should_write_amounts_with_the_mark_of_the_schema(string amount, string cell)
    {
        var (text, findings) = One("amount", Value.OfDecimalText(amount));

        Assert.That(findings, Is.Empty);
        Assert.That(text, Is.EqualTo($"{CsvTables.Head};{cell};;\r\n"));
    }

    [TestCase("amount", "1.005")]
    [TestCase("amount", "abc")]
    [TestCase("rank", "1.5")]
    [TestCase("day", "2026-02-30")]
    [TestCase("day", "2026-02")]
    public void Should_refuse_what_does_not_fit(string column, string value)
    {
        var (_, findings) = One(column, Value.Of(value));

        Assert.That(findings, Is.EqualTo(new[] { $"SIM2705 line 2, {column}" }));
    }

    [Test]
    public void Should_write_days_as_the_schema_says() => Assert.That(One("day", Value.OfDate("2026-03-14")).Text, Is.EqualTo($"{CsvTables.Head};;;14/03/2026\r\n"));

    [Test]
    public void Should_begin_with_the_mark_of_utf_8_where_the_schema_says()
    {
        var schema = CsvTables.Load("schema: csv/m\nversion: \"1\"\neffective: 2020-01-01\nsource: x\nstatus: site\nseparator: tab\ndecimal: .\ndate: yyyy-MM-dd\nbyte_order_mark: \"true\"\ncolumns: |\n  a text É\n", out _);
        var writer = new System.Buffers.ArrayBufferWriter<byte>();
        new CsvFormat().Write(new CsvFormat().CreateBuilder(schema, null).Build(new DiagnosticBag()), writer);

        Assert.That(writer.WrittenSpan.ToArray(), Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF, 0xC3, 0x89, 0x0D, 0x0A }));
    }

    [Test]
    public void Should_not_change_a_line_that_another_follows()
    {
        var findings = new DiagnosticBag();
        var builder = new CsvFormat().CreateBuilder(CsvTables.Schema, null);
        var first = builder.Append(builder.Root, "row");
        builder.Append(builder.Root, "row");
        builder.Set(builder.Child(first, "name"), Value.Of("late"));
        builder.Append(first, "none");
        builder.Build(findings);

        Assert.That(findings.Select(static finding => finding.Code.Id), Is.EqualTo(new[] { "SIM2707", "SIM2706" }));
    }

    [Test]
    public void Should_read_back_any_text()
    {
        var texts = ArbMap.Default.ArbFor<NonNull<string>>().Filter(static text => text.Get.Length > 0 && !text.Get.Any(char.IsSurrogate));
        Prop.ForAll(texts, static text => CsvTables.Cells(CsvTables.Read(CsvTables.Names(text.Get)), "name").Single().TrimStart('\'').Equals(text.Get.TrimStart('\''), StringComparison.Ordinal)).QuickCheckThrowOnFailure();
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_be_read_alike_by_another_reader(CancellationToken cancellationToken)
    {
        var random = new Random(1);
        const string Letters = "aé;,\"'\r\n =+-@€\t";
        var names = Enumerable.Range(0, 500).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Letters[random.Next(Letters.Length)]))).ToList();
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await File.WriteAllTextAsync(file, CsvTables.Names(names), cancellationToken);
            var rows = await PythonAsync(file, cancellationToken);

            Assert.That(rows[0], Is.EqualTo(new[] { "Nom", "Montant", "Rang", "Jour" }));
            Assert.That(rows.Skip(1).Select(static row => row[0]), Is.EqualTo(names.Select(static name => "=+-@\t\r\n".Contains(name[0], StringComparison.Ordinal) ? "'" + name : name)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<IReadOnlyList<string[]>> PythonAsync(string file, CancellationToken cancellationToken)
    {
        var script = Path.Combine(FhirTestFiles.Root, "tests", "peers", "csv-read.py");
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, file, ";"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = python.StandardError.ReadToEndAsync(cancellationToken);
        var output = await python.StandardOutput.ReadToEndAsync(cancellationToken);
        await python.WaitForExitAsync(cancellationToken);
        Assert.That(python.ExitCode, Is.Zero, $"the reader in Python does not run: {await errors}");
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonSerializer.Deserialize<string[]>(line)!)];
    }

    private static (string Text, IReadOnlyList<string> Findings) One(string column, Value value)
    {
        var findings = new DiagnosticBag();
        var builder = new CsvFormat().CreateBuilder(CsvTables.Schema, null);
        builder.Set(builder.Child(builder.Append(builder.Root, "row"), column), value);
        var text = CsvTables.Text(builder.Build(findings));
        return (text, [.. findings.Select(static finding => $"{finding.Code.Id} {finding.Place}")]);
    }
}
