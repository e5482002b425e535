using System.Text;
using Simphonie.Cli.Composition;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Reference;

namespace Simphonie.Cli.Reference;

/// <summary>A generated page.</summary>
/// <param name="Path">Path from the project's root.</param>
/// <param name="Text">What it must hold.</param>
public sealed record ReferencePage(string Path, string Text)
{
    public bool IsFresh(string root)
    {
        var file = System.IO.Path.Combine(root, Path);
        return File.Exists(file) && File.ReadAllText(file) == Text;
    }
}

/// <summary>Every page that is generated from declarations.</summary>
public static class ReferencePages
{
    public static IReadOnlyList<ReferencePage> All() =>
    [
        new("routes/README.md", RouteReference.Page()),
        new("routes/PROCESSES.md", ProcessReference.Page()),
        new("mappings/README.md", MappingReference.Write()),
        new("schemas/README.md", SchemaReference.Page(SchemaFolder.Load(new DiagnosticBag()))),
        new("src/errors.md", ErrorTable()),
        .. EditorSchemas.All(ChannelKinds.All).Select(schema => new ReferencePage("schemas/definitions/" + schema.Key, schema.Value)),
    ];

    private static string ErrorTable()
    {
        var page = new StringBuilder("# Permanent codes\n\nGenerated from the declarations by `simphonie reference`. A code is never used again for something else.\n\n| code | severity | meaning | what to do |\n| --- | --- | --- | --- |\n");
        foreach (var code in CodeCatalog.All)
        {
            page.Append("| ").Append(code.Id).Append(" | ").Append(code.Severity.ToString().ToLowerInvariant()).Append(" | ")
                .Append(Cell(code.Title)).Append(" | ").Append(Cell(code.Help)).Append(" |\n");
        }

        return page.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
