using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Syntax;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Snapshot;

/// <summary>Reads table files: codes that several mappings share.</summary>
internal static class TableReader
{
    public static IReadOnlyList<FieldDeclaration> Fields { get; } =
    [
        new() { Name = "table", Kind = FieldKind.Text, Required = true, Example = "organisms", Description = "Name that table('name') and 'enrich' use." },
        new() { Name = "description", Kind = FieldKind.Text, Description = "What the table is, in a sentence." },
        new() { Name = "codes", Kind = FieldKind.Map, Required = true, Example = "{M: male, F: female, else: unknown}", Description = "What each code becomes; 'else' is for every other one." },
    ];

    public static Dictionary<string, CodeTable> Read(IEnumerable<ParsedDefinition> files, DiagnosticBag findings)
    {
        var tables = new Dictionary<string, CodeTable>(StringComparer.Ordinal);
        foreach (var file in files.Where(f => f.File.Kind == DefinitionFileKind.Table))
        {
            var map = FieldBinder.Bind(file.Root, Fields, "a table", findings);
            if (map.Scalar("table") is { } name && map.Map("codes") is { } codes && !tables.TryAdd(name.Text, Table(name.Text, codes, findings)))
            {
                findings.Add(Routes.RouteCodes.SameVersion, name.Place, $"table '{name.Text}' is defined in another file too.");
            }
        }

        return tables;
    }

    private static CodeTable Table(string name, Setting.Map map, DiagnosticBag findings)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, value) in map.Entries.Where(e => e.Key != "else"))
        {
            if (value is Setting.Scalar scalar)
            {
                codes[code] = scalar.Text;
            }
            else
            {
                findings.Add(SyntaxCodes.WrongShape, value.Place, "a code becomes one value.");
            }
        }

        return new(name, codes, map.Text("else"));
    }
}
