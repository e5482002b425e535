using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Snapshot;

/// <summary>Finds the files of a definition set under folders, in an order that does not depend on the machine.</summary>
internal static class DefinitionFolder
{
    private const int MostFiles = 20_000;
    private const long MostBytes = 256L * 1024 * 1024;

    /// <summary>Reads folders, or single files. Left out: hidden ones, pages (.md), editor schemas (.schema.json) and the messages of tests (folders named <c>cases</c>).</summary>
    public static IReadOnlyList<DefinitionFile> Read(IReadOnlyList<string> paths, DiagnosticBag findings)
    {
        var files = new Dictionary<string, DefinitionFile>(StringComparer.Ordinal);
        var roots = new Dictionary<string, int>(StringComparer.Ordinal);
        var bytes = 0L;
        foreach (var path in paths)
        {
            var full = Path.GetFullPath(path);
            foreach (var (file, relative) in Enumerate(full, RootName(full, roots), path, findings))
            {
                if (KindOf(relative) is { } kind && ReadFile(file, findings) is { } content)
                {
                    bytes += content.Length;
                    files.TryAdd(file, new(relative, Shown(file), file, kind, content));
                }

                if (files.Count > MostFiles || bytes > MostBytes)
                {
                    findings.Add(SnapshotCodes.TooMany, Place.InFile(path, 0, 0), $"more than {MostFiles} files or {MostBytes / 1024 / 1024} megabytes of definitions.");
                    return [];
                }
            }
        }

        return [.. files.Values.OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    /// <summary>Judges a file by its name; null for one that is no part of a set.</summary>
    public static DefinitionFileKind? KindOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name switch
        {
            _ when name.EndsWith(".route.yaml", StringComparison.Ordinal) => DefinitionFileKind.Route,
            _ when name.EndsWith(".map.yaml", StringComparison.Ordinal) => DefinitionFileKind.Mapping,
            _ when name.EndsWith(".fragment.yaml", StringComparison.Ordinal) => DefinitionFileKind.Fragment,
            _ when name.EndsWith(".table.yaml", StringComparison.Ordinal) => DefinitionFileKind.Table,
            _ when name.EndsWith(".test.yaml", StringComparison.Ordinal) => DefinitionFileKind.Test,
            _ when name.EndsWith(".process.yaml", StringComparison.Ordinal) => DefinitionFileKind.Process,
            _ when name.EndsWith(".parameters.yaml", StringComparison.Ordinal) => DefinitionFileKind.Parameters,
            _ when name.EndsWith(".md", StringComparison.Ordinal) || name.EndsWith(".schema.json", StringComparison.Ordinal) => null,
            _ => DefinitionFileKind.Schema,
        };
    }

    /// <summary>Path for findings: relative to the current folder when the file is below it.</summary>
    private static string Shown(string full)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), full);
        return relative.StartsWith("..", StringComparison.Ordinal) ? full : relative;
    }

    /// <summary>The folder's own name; a second folder of the same name gets a number, so that paths stay unique.</summary>
    private static string RootName(string full, Dictionary<string, int> roots)
    {
        var folder = Directory.Exists(full) ? full : Path.GetDirectoryName(full) ?? full;
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        roots[name] = roots.GetValueOrDefault(name) + 1;
        return roots[name] == 1 || !Directory.Exists(full) ? name : $"{name}~{roots[name]}";
    }

    private static IEnumerable<(string File, string Relative)> Enumerate(string full, string root, string written, DiagnosticBag findings)
    {
        if (File.Exists(full))
        {
            return [(full, $"{root}/{Path.GetFileName(full)}")];
        }

        if (!Directory.Exists(full))
        {
            findings.Add(SnapshotCodes.Unreadable, Place.InFile(written, 0, 0), "the file or folder does not exist.");
            return [];
        }

        return Directory
            .EnumerateFiles(full, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
            .Select(f => (File: f, Relative: Path.GetRelativePath(full, f).Replace(Path.DirectorySeparatorChar, '/')))
            .Where(f => !f.Relative.Split('/').SkipLast(1).Contains("cases", StringComparer.Ordinal))
            .Select(f => (f.File, $"{root}/{f.Relative}"));
    }

    private static byte[]? ReadFile(string path, DiagnosticBag findings)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(SnapshotCodes.Unreadable, Place.InFile(path, 0, 0), "the file cannot be read.");
            return null;
        }
    }
}
