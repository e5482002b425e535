using System.Text;
using Simphonie.Contracts.Formats;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Csv;
using Simphonie.Formats.Tests.Csv;

namespace Simphonie.Formats.Tests.Contracts;

internal sealed class CsvSamples : IFormatSamples
{
    public IFormat Format { get; } = new CsvFormat();

    public ISchema Schema => CsvTables.Schema;

    public byte[] Good { get; } = Encoding.ASCII.GetBytes(CsvTables.Head + "MARKED-A;12,50;1;14/03/2026\r\n\"MARKED;B\";-1,00;;\r\n");

    public byte[] Invalid { get; } = Encoding.ASCII.GetBytes(CsvTables.Head + "A;MARKED;MARKED;MARKED\r\nMARKED\r\n");

    public string? BuiltType => null;

    /// <summary>A table is not nested; so many cells in a line.</summary>
    public byte[] Deep(int levels) => Encoding.ASCII.GetBytes(CsvTables.Head + new string(';', levels));

    public byte[] Huge(int digits) => Encoding.ASCII.GetBytes($"{CsvTables.Head}A;{new string('9', digits)};{new string('9', digits)};\r\n");

    public void Fill(IDocumentBuilder builder)
    {
        var row = builder.Append(builder.Root, "row");
        builder.Set(builder.Child(row, "name"), Value.Of("A;\"B\""));
        builder.Set(builder.Child(row, "amount"), Value.Of(12.5m));
        builder.Set(builder.Child(row, "day"), Value.OfDate("2026-03-14"));
        builder.Set(builder.Child(builder.Append(builder.Root, "row"), "rank"), Value.Of(2));
    }
}
