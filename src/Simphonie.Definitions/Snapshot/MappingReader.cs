using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Routes;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Snapshot;

/// <summary>Lets the mapping compiler compile the mappings of a set.</summary>
internal static class MappingReader
{
    public static MappingCatalog Read(IReadOnlyList<ParsedDefinition> parsed, DefinitionTools tools, ISchemaCatalog schemas, IReadOnlyDictionary<string, CodeTable> tables, DiagnosticBag findings)
    {
        var scope = new MappingScope { Schemas = schemas, Formats = tools.Formats, Tables = tables, Fragments = Fragments(parsed, findings) };
        var catalog = new MappingCatalog();
        foreach (var file in parsed.Where(p => p.File.Kind == DefinitionFileKind.Mapping))
        {
            var mapping = tools.Mappings.Compile(file.Root, file.File.Shown, scope, findings);
            if (file.Header is not null)
            {
                catalog.Add(file.Header, mapping);
            }
        }

        return catalog;
    }

    private static Dictionary<string, Setting.Map> Fragments(IReadOnlyList<ParsedDefinition> parsed, DiagnosticBag findings)
    {
        var fragments = new Dictionary<string, Setting.Map>(StringComparer.Ordinal);
        foreach (var file in parsed.Where(p => p.File.Kind == DefinitionFileKind.Fragment))
        {
            if (file.Root["fragment"] is Setting.Scalar name && !fragments.TryAdd(name.Text, file.Root))
            {
                findings.Add(RouteCodes.SameVersion, name.Place, $"fragment '{name.Text}' is defined at line {fragments[name.Text].Place.Line} of {fragments[name.Text].Place.File} too.");
            }
        }

        return fragments;
    }
}
