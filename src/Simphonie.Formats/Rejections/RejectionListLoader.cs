using Simphonie.Core.Diagnostics;
using Simphonie.Core.Returns;
using Simphonie.Core.Schemas;
using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.Rejections;

/// <summary>Loads the YAML files of <c>schemas/rejections</c>: a head as every schema has, and a block <c>reasons</c> of rows.</summary>
public sealed class RejectionListLoader : ISchemaLoader
{
    private const int Columns = 5;
    private static readonly SchemaFileCodes FileCodes = new(RejectionCodes.UnusableFile, RejectionCodes.BadEntry);

    /// <inheritdoc/>
    public bool CanLoad(string path) =>
        Path.GetExtension(path) is ".yaml" or ".yml" && string.Equals(Path.GetFileName(Path.GetDirectoryName(path)), RejectionList.FormatName, StringComparison.Ordinal);

    /// <inheritdoc/>
    public ISchema? Load(string path, DiagnosticBag findings) => Load(path, static name => File.Exists(name) ? File.OpenRead(name) : null, findings);

    /// <inheritdoc/>
    public ISchema? Load(string path, Func<string, Stream?> open, DiagnosticBag findings)
    {
        var own = new DiagnosticBag();
        RejectionList? list = null;
        if (SchemaFile.Open(path, open, FileCodes, own) is { } file)
        {
            list = new(file.Header(), Reasons(file));
        }

        findings.AddRange(own);
        return own.HasErrors ? null : list;
    }

    private static List<RejectionReason> Reasons(SchemaFile file)
    {
        var reasons = new List<RejectionReason>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in file.Rows(file.Root, "reasons"))
        {
            var columns = row.Text.Split('|', StringSplitOptions.TrimEntries);
            if (columns.Length != Columns || columns.Any(static column => column.Length == 0))
            {
                row.Report("a reason has a row: code | label | family | who acts first | what to do");
            }
            else if (!known.Add(RejectionList.Plain(columns[0])))
            {
                row.Report("the code stands there twice");
            }
            else
            {
                reasons.Add(new(columns[0], columns[1], columns[2], columns[3], columns[4]));
            }
        }

        return reasons;
    }
}
