using System.Globalization;
using System.Text;
using Simphonie.Core.Declarations;

namespace Simphonie.Definitions.Reference;

/// <summary>Writes declarations as a table of Markdown.</summary>
internal static class FieldTable
{
    public static void Write(StringBuilder page, IEnumerable<FieldDeclaration> fields)
    {
        page.Append("| key | what | value | default |\n| --- | --- | --- | --- |\n");
        Rows(page, fields, "");
        page.Append('\n');
    }

    private static void Rows(StringBuilder page, IEnumerable<FieldDeclaration> fields, string prefix)
    {
        foreach (var field in fields)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{prefix}{field.Name}`{(field.Required ? " (required)" : "")} | {Cell(field.Description)}{Example(field)} | {Value(field)} | {(field.Default is null ? "" : $"`{field.Default}`")} |\n");
            Rows(page, field.Fields, $"{prefix}{field.Name}.");
        }
    }

    private static string Example(FieldDeclaration field) => field.Example is null ? "" : $" Example: `{Cell(field.Example)}`";

    private static string Value(FieldDeclaration field) => field.Kind switch
    {
        FieldKind.Choice => string.Join(", ", field.Choices.Select(c => $"`{c}`")),
        FieldKind.Integer => "whole number" + Range(field) + (field.Unit is null ? "" : $", {field.Unit}"),
        FieldKind.Number => "number",
        FieldKind.Boolean => "`true` or `false`",
        FieldKind.Expression => "FHIRPath",
        FieldKind.Duration => "duration",
        FieldKind.Date => "date",
        FieldKind.Reference => "name",
        FieldKind.Map => "map",
        FieldKind.List => "list",
        FieldKind.Any => "any",
        _ => "text",
    };

    private static string Range(FieldDeclaration field) => (field.Minimum, field.Maximum) switch
    {
        (not null, not null) => $" from {field.Minimum} to {field.Maximum}",
        (not null, null) => $", at least {field.Minimum}",
        _ => "",
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
