using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Lots;
using Simphonie.Core.Schemas;
using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.BillingKinds;

/// <summary>Loads the files <c>kinds-*.yaml</c> of <c>schemas/b2</c>: a head as every schema has, and a block <c>kinds</c> of rows.</summary>
public sealed class BillingKindLoader : ISchemaLoader
{
    private const int Columns = 7;
    private const string Individual = "individual";
    private const string Otherwise = "otherwise";
    private static readonly SchemaFileCodes FileCodes = new(BillingKindCodes.UnusableFile, BillingKindCodes.BadEntry);

    /// <inheritdoc/>
    public bool CanLoad(string path) =>
        Path.GetExtension(path) is ".yaml" or ".yml"
        && Path.GetFileName(path).StartsWith("kinds-", StringComparison.Ordinal)
        && string.Equals(Path.GetFileName(Path.GetDirectoryName(path)), "b2", StringComparison.Ordinal);

    /// <inheritdoc/>
    public ISchema? Load(string path, DiagnosticBag findings) => Load(path, static name => File.Exists(name) ? File.OpenRead(name) : null, findings);

    /// <inheritdoc/>
    public ISchema? Load(string path, Func<string, Stream?> open, DiagnosticBag findings)
    {
        var own = new DiagnosticBag();
        BillingKindTable? table = null;
        if (SchemaFile.Open(path, open, FileCodes, own) is { } file)
        {
            table = new(file.Header(), Rows(file));
        }

        findings.AddRange(own);
        return own.HasErrors ? null : table;
    }

    private static List<BillingKindRow> Rows(SchemaFile file)
    {
        var rows = new List<BillingKindRow>();
        foreach (var written in file.Rows(file.Root, "kinds"))
        {
            if (Row(written.Text.Split('|', StringSplitOptions.TrimEntries)) is not { } row)
            {
                written.Report("a kind has a row: from | until | acts | covers | sites | kind | individual or otherwise, its days as 2022-03-01");
            }
            else if (rows.Exists(earlier => earlier.Hides(row)))
            {
                written.Report("a row above is for all that this one is for: it never counts");
            }
            else
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private static BillingKindRow? Row(string[] columns)
    {
        if (columns.Length != Columns || columns.Any(static column => column.Length == 0) || columns[6] is not (Individual or Otherwise)
            || !TryDay(columns[0], out var from) || (columns[1] != "-" && !TryDay(columns[1], out _)))
        {
            return null;
        }

        DateOnly? until = columns[1] != "-" && TryDay(columns[1], out var last) ? last : null;
        return until < from ? null : new(from, until, new(columns[2]), new(columns[3]), new(columns[4]), new BillingKind(columns[5], columns[6] == Individual));
    }

    private static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
