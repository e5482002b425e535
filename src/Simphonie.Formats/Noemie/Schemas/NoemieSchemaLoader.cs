using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;
using Simphonie.Formats.FixedWidth;
using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.Noemie.Schemas;

/// <summary>Loads the YAML files of <c>schemas/noemie</c>.</summary>
public sealed class NoemieSchemaLoader : ISchemaLoader
{
    private static readonly SchemaFileCodes FileCodes = new(NoemieCodes.UnusableSchemaFile, NoemieCodes.BadSchemaEntry);

    /// <inheritdoc/>
    public bool CanLoad(string path) =>
        Path.GetExtension(path) is ".yaml" or ".yml" && string.Equals(Path.GetFileName(Path.GetDirectoryName(path)), NoemieFormat.FormatName, StringComparison.Ordinal);

    /// <inheritdoc/>
    public ISchema? Load(string path, DiagnosticBag findings) => Load(path, OpenFile, findings);

    /// <inheritdoc/>
    public ISchema? Load(string path, Func<string, Stream?> open, DiagnosticBag findings)
    {
        var own = new DiagnosticBag();
        NoemieSchema? schema = null;
        if (SchemaFile.Open(path, open, FileCodes, own) is { } file)
        {
            var codes = CodeRows.Read(file, null);
            var records = RecordRows.Read(file, null, codes);
            var entities = EntityRows.Read(file, records);
            RequiredFields.Check(file, entities);
            schema = new NoemieSchema(file.Header(), BlockRow.Read(file), entities, codes);
        }

        findings.AddRange(own);
        return own.HasErrors ? null : schema;
    }

    private static FileStream? OpenFile(string path) => File.Exists(path) ? File.OpenRead(path) : null;
}
