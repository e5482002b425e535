using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Snapshot;

/// <summary>Parses the definition files of a set.</summary>
internal static class DefinitionParser
{
    public static IReadOnlyList<ParsedDefinition> Parse(IEnumerable<DefinitionFile> files, DiagnosticBag findings)
    {
        var parsed = new List<ParsedDefinition>();
        foreach (var file in files)
        {
            if (FirstKey(file.Kind) is { } key && YamlReader.Read(file.Shown, file.Content.Span, findings) is { } root)
            {
                Add(file, root, key, parsed, findings);
            }
        }

        return parsed;
    }

    /// <summary>The key that a definition of that kind begins with; null for schemas, which their loaders read.</summary>
    public static string? FirstKey(DefinitionFileKind kind) => kind switch
    {
        DefinitionFileKind.Route => "route",
        DefinitionFileKind.Mapping => "mapping",
        DefinitionFileKind.Fragment => "fragment",
        DefinitionFileKind.Table => "table",
        DefinitionFileKind.Test => "tests",
        DefinitionFileKind.Process => "process",
        DefinitionFileKind.Parameters => "profile",
        _ => null,
    };

    private static void Add(DefinitionFile file, Setting root, string key, List<ParsedDefinition> parsed, DiagnosticBag findings)
    {
        if (root is not Setting.Map map || map[key] is null)
        {
            findings.Add(SnapshotCodes.WrongFirstKey, root.Place, $"a file of this name begins with '{key}:'.");
            return;
        }

        var hasHeader = file.Kind is DefinitionFileKind.Route or DefinitionFileKind.Mapping or DefinitionFileKind.Process;
        parsed.Add(new(file, map, hasHeader ? DefinitionReader.Header(map, key, findings) : null));
    }
}
