using System.Text;

namespace Simphonie.Cli.Tests.Crash;

/// <summary>What a file of one lot says at its fixed positions, cut out by hand and not by the reader of the hub.</summary>
/// <param name="Recipient">000, 28-41.</param>
/// <param name="FileId">000, 50-55.</param>
/// <param name="Lot">1, 20-22.</param>
/// <param name="Date">1, 72-77.</param>
/// <param name="Invoices">2, 30-38, of each invoice.</param>
/// <param name="Text">The whole file.</param>
internal sealed record SentLot(string Recipient, string FileId, string Lot, string Date, IReadOnlyList<string> Invoices, string Text)
{
    private const int RecordLength = 128;

    public static SentLot Read(string path)
    {
        var text = Encoding.ASCII.GetString(File.ReadAllBytes(path));
        Assert.That(text.Length % RecordLength, Is.Zero, "a file is whole records");
        string[] records = [.. text.Chunk(RecordLength).Select(record => new string(record))];
        var lot = records.Single(record => record[0] == '1');
        return new(
            records[0][27..41],
            records[0][49..55],
            lot[19..22],
            lot[71..77],
            [.. records.Where(record => record[0] == '2' && !char.IsAsciiLetter(record[35]) && !char.IsAsciiLetter(record[38])).Select(record => record[29..38])],
            text);
    }
}
