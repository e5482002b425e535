using System.Buffers;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Csv.Reading;
using Simphonie.Formats.Csv.Schemas;
using Simphonie.Formats.Csv.Writing;

namespace Simphonie.Formats.Csv;

/// <summary>Tables as CSV (RFC 4180) for people who work with spreadsheets; separator, decimal mark and columns are those of the schema.</summary>
public sealed class CsvFormat : IFormat
{
    public const string FormatName = "csv";

    public string Name => FormatName;

    public string ContentType => "text/csv";

    /// <summary>Reads without copying. Without a schema, columns have the names of their titles and all cells are text.</summary>
    public Document Read(ReadOnlyMemory<byte> bytes, ISchema? schema) => new CsvDocument(bytes, schema as CsvSchema);

    /// <inheritdoc/>
    public void Validate(Document document, ISchema schema, DiagnosticBag findings)
    {
        if (document is CsvDocument table && schema is CsvSchema columns)
        {
            CsvValidator.Validate(table.Schema == columns ? table : new CsvDocument(table.Bytes, columns), columns, findings);
        }
    }

    /// <inheritdoc/>
    public IDocumentBuilder CreateBuilder(ISchema? schema, string? type) =>
        new CsvBuilder(schema as CsvSchema ?? throw new ArgumentException("Building a table needs its columns.", nameof(schema)));

    /// <inheritdoc/>
    public void Write(Document document, IBufferWriter<byte> writer)
    {
        if (document is IWritableDocument writable)
        {
            writable.WriteTo(writer);
        }
    }
}
