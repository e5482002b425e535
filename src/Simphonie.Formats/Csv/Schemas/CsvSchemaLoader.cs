using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;
using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.Csv.Schemas;

/// <summary>Loads the YAML files of <c>schemas/csv</c> and <c>schemas/moca</c>: a head as every schema has, the marks of the file, and a block <c>columns</c> of rows.</summary>
public sealed class CsvSchemaLoader : ISchemaLoader
{
    private const int Parts = 3;
    private static readonly SchemaFileCodes s_codes = new(CsvCodes.UnusableSchema, CsvCodes.BadSchemaEntry);
    private static readonly string[] s_dates = ["yyyy-MM-dd", "dd/MM/yyyy"];

    private static readonly string[] s_folders = [CsvFormat.FormatName, "moca"];

    /// <inheritdoc/>
    public bool CanLoad(string path) =>
        Path.GetExtension(path) is ".yaml" or ".yml" && s_folders.Contains(Path.GetFileName(Path.GetDirectoryName(path)), StringComparer.Ordinal);

    /// <inheritdoc/>
    public ISchema? Load(string path, DiagnosticBag findings) => Load(path, static name => File.Exists(name) ? File.OpenRead(name) : null, findings);

    /// <inheritdoc/>
    public ISchema? Load(string path, Func<string, Stream?> open, DiagnosticBag findings)
    {
        var own = new DiagnosticBag();
        CsvSchema? schema = null;
        if (SchemaFile.Open(path, open, s_codes, own) is { } file)
        {
            schema = new(file.Header(), Style(file), Columns(file));
        }

        findings.AddRange(own);
        return own.HasErrors ? null : schema;
    }

    private static CsvStyle Style(SchemaFile file)
    {
        var separator = file.Head("separator") switch { ";" => ';', "," => ',', "tab" => '\t', _ => '\0' };
        var point = file.Head("decimal") switch { "," => ',', "." => '.', _ => '\0' };
        var date = file.Head("date");
        if (separator == '\0' || point == '\0' || !s_dates.Contains(date, StringComparer.Ordinal))
        {
            file.Report(file.Root, "'separator' is ';', ',' or tab, 'decimal' is ',' or '.', 'date' is yyyy-MM-dd or dd/MM/yyyy");
        }

        return new(separator, point, date, file.Head("byte_order_mark", required: false) == "true");
    }

    private static List<CsvColumn> Columns(SchemaFile file)
    {
        var columns = new List<CsvColumn>();
        foreach (var row in file.Rows(file.Root, "columns"))
        {
            var parts = row.Text.Split(' ', Parts, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length != Parts || !Enum.TryParse<CsvType>(parts[1], ignoreCase: true, out var type) || !Enum.IsDefined(type) || !IsName(parts[0]))
            {
                row.Report("a column has a row: name, type (text, amount, number or date), title");
            }
            else if (columns.Exists(column => column.Name == parts[0] || column.Title == parts[2]))
            {
                row.Report("a column of this name or title stands there already");
            }
            else
            {
                columns.Add(new(parts[0], type, parts[2]));
            }
        }

        if (columns.Count == 0)
        {
            file.Report(file.Root, "the table has no columns");
        }

        return columns;
    }

    private static bool IsName(string text) => char.IsAsciiLetter(text[0]) && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}
