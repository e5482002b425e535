using System.Buffers;
using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.Csv;
using Simphonie.Formats.Csv.Schemas;

namespace Simphonie.Formats.Tests.Csv;

/// <summary>A table of four columns, and what tests do with it.</summary>
internal static class CsvTables
{
    public const string Head = "Nom;Montant;Rang;Jour\r\n";

    public static CsvSchema Schema { get; } = Load(
        """
        schema: csv/test
        version: "1"
        effective: 2020-01-01
        source: the test
        status: hub-profile
        separator: ";"
        decimal: ","
        date: dd/MM/yyyy
        columns: |
          name text Nom
          amount amount Montant
          rank number Rang
          day date Jour
        """,
        out _)!;

    public static CsvSchema? Load(string yaml, out IReadOnlyList<Diagnostic> findings)
    {
        var bag = new DiagnosticBag();
        var schema = new CsvSchemaLoader().Load("schemas/csv/test.yaml", _ => new MemoryStream(Encoding.UTF8.GetBytes(yaml)), bag);
        findings = [.. bag];
        return (CsvSchema?)schema;
    }

    public static Document Read(string text) => new CsvFormat().Read(Encoding.UTF8.GetBytes(text), Schema);

    public static IReadOnlyList<string> Validate(string text)
    {
        var findings = new DiagnosticBag();
        new CsvFormat().Validate(Read(text), Schema, findings);
        return [.. findings.Select(static finding => $"{finding.Code.Id} {finding.Place}")];
    }

    /// <summary>A table with a line for each text, in its column of text.</summary>
    public static string Names(params IEnumerable<string> names)
    {
        var builder = new CsvFormat().CreateBuilder(Schema, null);
        foreach (var name in names)
        {
            var row = builder.Append(builder.Root, "row");
            builder.Set(builder.Child(row, "name"), Value.Of(name));
        }

        return Text(builder.Build(new DiagnosticBag()));
    }

    public static string Text(Document document)
    {
        var writer = new ArrayBufferWriter<byte>();
        new CsvFormat().Write(document, writer);
        return Encoding.UTF8.GetString(writer.WrittenSpan);
    }

    public static IReadOnlyList<string> Cells(Document document, string column) =>
        [.. Nodes(document.Root, "row").Select(row => Nodes(row, column) is [var cell] ? cell.Value.Text : "")];

    private static List<Node> Nodes(Node node, string name)
    {
        var into = new List<Node>();
        node.Document.AppendChildren(node.Handle, name, into);
        return into;
    }
}
