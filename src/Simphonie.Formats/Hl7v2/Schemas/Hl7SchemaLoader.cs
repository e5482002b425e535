using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.Hl7v2.Schemas;

/// <summary>Loads the YAML files of <c>schemas/hl7v2</c>. A profile names its base (<c>base: hl7-2.5.yaml</c>), whose facts it is put over.</summary>
public sealed class Hl7SchemaLoader : ISchemaLoader
{
    private static readonly SchemaFileCodes FileCodes = new(Hl7Codes.UnusableSchemaFile, Hl7Codes.BadSchemaEntry);

    /// <inheritdoc/>
    public bool CanLoad(string path) =>
        Path.GetExtension(path) is ".yaml" or ".yml" && string.Equals(Path.GetFileName(Path.GetDirectoryName(path)), "hl7v2", StringComparison.Ordinal);

    /// <inheritdoc/>
    public ISchema? Load(string path, DiagnosticBag findings) => Load(path, OpenFile, findings);

    /// <inheritdoc/>
    public ISchema? Load(string path, Func<string, Stream?> open, DiagnosticBag findings)
    {
        var own = new DiagnosticBag();
        var parts = LoadParts(path, open, own);
        findings.AddRange(own);
        return parts is null || own.HasErrors ? null : new Hl7Schema(parts);
    }

    private static FileStream? OpenFile(string path) => File.Exists(path) ? File.OpenRead(path) : null;

    private static Hl7SchemaParts? LoadParts(string path, Func<string, Stream?> open, DiagnosticBag findings)
    {
        if (SchemaFile.Open(path, open, FileCodes, findings) is not { } file)
        {
            return null;
        }

        Hl7SchemaParts? under = null;
        if (file.Head("base", required: false) is { Length: > 0 } name)
        {
            // Only a file beside it: a name never becomes a path elsewhere.
            under = LoadParts(Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileName(name)), open, findings);
            if (under is null)
            {
                return null;
            }
        }

        var types = Composites(file, "types");
        var segments = Composites(file, "segments");
        var allSegments = Merge(under?.Segments, segments, static (general, closer) => general.With(closer));
        return new Hl7SchemaParts
        {
            Header = file.Header(),
            Segments = allSegments,
            Types = Merge(under?.Types, types, static (general, closer) => general.With(closer)),
            Tables = Merge(under?.Tables, TableRows.Read(file), static (general, closer) => general.With(closer)),
            Structures = Merge(under?.Structures, StructureRows.Structures(file), static (_, closer) => closer),
            Events = [.. StructureRows.Events(file), .. under?.Events ?? []],
            Contexts = [.. ContextRows.Read(file, allSegments), .. under?.Contexts ?? []],
            Rules = [.. RuleRows.Rules(file), .. under?.Rules ?? []],
            Contradictions = [.. RuleRows.Contradictions(file), .. under?.Contradictions ?? []],
            Keys = [.. RuleRows.Keys(file), .. under?.Keys ?? []],
            LunarDates = [.. RuleRows.LunarDates(file), .. under?.LunarDates ?? []],
            Stated = new Hl7Stated(segments, types),
        };
    }

    private static Dictionary<string, Hl7Composite> Composites(SchemaFile file, string section)
    {
        var composites = new Dictionary<string, Hl7Composite>(StringComparer.Ordinal);
        foreach (var (name, rows) in file.Entries(file.Root, section))
        {
            composites[name] = ElementRows.Read(name, file.Rows(rows));
            if (section == "segments" && SegmentName.Key(name) == 0)
            {
                file.Report(rows, "the name of a segment has three characters");
            }
        }

        return composites;
    }

    private static Dictionary<string, T> Merge<T>(IReadOnlyDictionary<string, T>? general, Dictionary<string, T> closer, Func<T, T, T> merge)
    {
        var merged = general is null ? new Dictionary<string, T>(StringComparer.Ordinal) : new Dictionary<string, T>(general, StringComparer.Ordinal);
        foreach (var (name, value) in closer)
        {
            merged[name] = merged.TryGetValue(name, out var there) ? merge(there, value) : value;
        }

        return merged;
    }
}
