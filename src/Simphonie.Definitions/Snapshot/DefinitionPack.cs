using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Simphonie.Definitions.Snapshot;

/// <summary>The content of a revision as one sequence of bytes: a zip whose bytes depend on paths and contents only.</summary>
internal static class DefinitionPack
{
    private static readonly DateTimeOffset s_epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>SHA-256 over path, length and content of every file, in order of path; 64 hexadecimal digits.</summary>
    public static string RevisionOf(IEnumerable<DefinitionFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Where(f => f.InRevision).OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{file.Content.Length}\n"));
            hash.AppendData(file.Content.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static byte[] Pack(IEnumerable<DefinitionFile> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files.Where(f => f.InRevision))
            {
                var entry = zip.CreateEntry(file.Path, CompressionLevel.Optimal);
                entry.LastWriteTime = s_epoch;
                using var into = entry.Open();
                into.Write(file.Content.Span);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Writes the files below a folder and gives the folders they stand in. Throws <see cref="InvalidDataException"/> for bytes that are no pack.</summary>
    public static IReadOnlyList<string> Unpack(ReadOnlyMemory<byte> content, string folder)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        using var zip = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            var target = Path.GetFullPath(Path.Combine(root, entry.FullName));
            if (!target.StartsWith(root, StringComparison.Ordinal))
            {
                throw new InvalidDataException("a path of the pack leaves its folder");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            entry.ExtractToFile(target, overwrite: true);
        }

        return [.. Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal)];
    }
}
