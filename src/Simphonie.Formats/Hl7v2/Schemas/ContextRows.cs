using YamlDotNet.RepresentationModel;
using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.Hl7v2.Schemas;

/// <summary>Reads <c>contexts:</c>: statements about segments in a certain use, each with its <c>when</c>.</summary>
internal static class ContextRows
{
    public static List<Hl7Context> Read(SchemaFile file, Dictionary<string, Hl7Composite> general)
    {
        var contexts = new List<Hl7Context>();
        foreach (var (name, node) in file.Entries(file.Root, "contexts"))
        {
            if (node is not YamlMappingNode map)
            {
                file.Report(node, "a context has 'when' and 'segments'");
                continue;
            }

            var written = map.Children.TryGetValue(new YamlScalarNode("when"), out var when) && when is YamlScalarNode { Value: { } text } ? text : "";
            if (!Hl7Condition.TryParse(written, out var condition))
            {
                file.Report(when ?? node, "'when' is a condition such as IN1-2 in AMO,CMU");
                continue;
            }

            var stated = new Dictionary<string, Hl7Composite>(StringComparer.Ordinal);
            var merged = new Dictionary<string, Hl7Composite>(StringComparer.Ordinal);
            foreach (var (segment, rows) in file.Entries(map, "segments"))
            {
                stated[segment] = ElementRows.Read(segment, file.Rows(rows));
                merged[segment] = general.TryGetValue(segment, out var under) ? under.With(stated[segment]) : stated[segment];
            }

            contexts.Add(new Hl7Context(name, condition, merged, stated));
        }

        return contexts;
    }
}
