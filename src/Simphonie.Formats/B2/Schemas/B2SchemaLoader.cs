using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;
using Simphonie.Formats.FixedWidth;
using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.B2.Schemas;

/// <summary>
/// Loads the layouts of <c>schemas/b2</c>: files whose name begins with <c>cp-</c>. An overlay names its base (<c>base: cp-2007.yaml</c>), whose facts it is put over.
/// </summary>
public sealed class B2SchemaLoader : ISchemaLoader
{
    private static readonly SchemaFileCodes FileCodes = new(B2Codes.UnusableSchemaFile, B2Codes.BadSchemaEntry);

    /// <inheritdoc/>
    public bool CanLoad(string path) =>
        Path.GetExtension(path) is ".yaml" or ".yml"
        && Path.GetFileName(path).StartsWith("cp-", StringComparison.Ordinal)
        && string.Equals(Path.GetFileName(Path.GetDirectoryName(path)), B2Format.FormatName, StringComparison.Ordinal);

    /// <inheritdoc/>
    public ISchema? Load(string path, DiagnosticBag findings) => Load(path, static file => File.Exists(file) ? File.OpenRead(file) : null, findings);

    /// <inheritdoc/>
    public ISchema? Load(string path, Func<string, Stream?> open, DiagnosticBag findings)
    {
        var own = new DiagnosticBag();
        var schema = Chain(path, open, own) is { } files ? Build(files, own) : null;
        findings.AddRange(own);
        return own.HasErrors ? null : schema;
    }

    /// <summary>The file and what it lies over, the lowest first; null when one cannot be read.</summary>
    private static List<SchemaFile>? Chain(string path, Func<string, Stream?> open, DiagnosticBag findings)
    {
        if (SchemaFile.Open(path, open, FileCodes, findings) is not { } file)
        {
            return null;
        }

        if (file.Head("base", required: false) is not { Length: > 0 } name)
        {
            return [file];
        }

        // Only another file beside it: a name never becomes a path elsewhere, and a base has no base of its own.
        var under = SchemaFile.Open(Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileName(name)), open, FileCodes, findings);
        return under is null ? null : [under, file];
    }

    private static B2Schema Build(List<SchemaFile> files, DiagnosticBag findings)
    {
        var codes = new Dictionary<string, CodeList>(StringComparer.Ordinal);
        var records = new Dictionary<string, FixedRecord>(StringComparer.Ordinal);
        var characters = new CharacterTable();
        foreach (var file in files)
        {
            codes = CodeRows.Read(file, codes);
            records = RecordRows.Read(file, records, codes);
            foreach (var row in file.Rows(file.Root, "characters"))
            {
                characters.Add(row);
            }
        }

        foreach (var record in records.Values.Where(record => record.Length != B2Schema.RecordLength || record.Name[0] is < '0' or > '9'))
        {
            findings.Add(B2Codes.BadSchemaEntry, Place.InFile(files[^1].Path, 0, 0), $"record {record.Name} is not {B2Schema.RecordLength} characters long, or its name does not begin with its type");
        }

        var layouts = new B2LayoutSet(findings.HasErrors ? [] : records.Values);
        var totals = new TotalRows(layouts);
        foreach (var row in findings.HasErrors ? [] : files.SelectMany(file => file.Rows(file.Root, "totals")))
        {
            totals.Add(row);
        }

        var repeats = findings.HasErrors ? [] : files.SelectMany(file => B2Repeat.Read(file, layouts)).ToList();
        return new B2Schema(files[^1].Header(), layouts, codes, totals.Build(), repeats, characters, B2Norm.Read(files));
    }
}
