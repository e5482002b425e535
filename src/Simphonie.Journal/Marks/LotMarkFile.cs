using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Journal.Disk;

namespace Simphonie.Journal.Marks;

/// <summary>
/// Marks of lots in a small text file: a line of tab-separated fields for each series, and a last line with the SHA-256 of those before.
/// Written beside, synced, then put in the place of the old one, so that a crash leaves one of the two whole.
/// </summary>
public sealed class LotMarkFile(string path) : ILotMarkStore
{
    /// <summary>Its name in a data directory.</summary>
    public const string Name = "lots.marks";

    private const string HashLine = "sha256\t";

    public IReadOnlyList<LotMark> Read()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var text = File.ReadAllText(path);
        var hash = text.LastIndexOf(HashLine, StringComparison.Ordinal);
        if (hash < 0 || !string.Equals(text[(hash + HashLine.Length)..].TrimEnd('\n'), HashOf(text[..hash]), StringComparison.Ordinal))
        {
            throw new InvalidDataException("the file of marks is damaged.");
        }

        return [.. text[..hash].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Mark)];
    }

    public void Write(IReadOnlyList<LotMark> marks)
    {
        var lines = new StringBuilder();
        foreach (var mark in marks.OrderBy(static mark => (mark.Series.Establishment, mark.Series.World, mark.Series.Recipient)))
        {
            lines.Append(CultureInfo.InvariantCulture, $"{mark.Series.Establishment}\t{mark.Series.World}\t{mark.Series.Recipient}\t{mark.Sequence}\t{mark.Number}\t{mark.FileId}\n");
        }

        var text = lines.ToString();
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var beside = path + ".new";
        using (var stream = new FileStream(beside, DataDirectory.PrivateOptions(FileMode.Create, FileAccess.Write)))
        {
            stream.Write(Encoding.UTF8.GetBytes($"{text}{HashLine}{HashOf(text)}\n"));
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
        DirectorySync.Flush(folder);
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static LotMark Mark(string line)
    {
        var fields = line.Split('\t');
        return new(
            new(fields[0], Enum.Parse<World>(fields[1]), fields[2]),
            long.Parse(fields[3], CultureInfo.InvariantCulture),
            int.Parse(fields[4], CultureInfo.InvariantCulture),
            fields[5]);
    }
}
