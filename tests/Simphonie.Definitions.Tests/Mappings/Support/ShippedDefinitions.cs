using Simphonie.Core.Formats;
using Simphonie.Definitions.Mappings.Compilation;
using Simphonie.Definitions.Snapshot;
using Simphonie.Formats.Fhir;
using Simphonie.Formats.Fhir.Schema;
using Simphonie.Formats.Hl7v2;
using Simphonie.Formats.Hl7v2.Schemas;
using Simphonie.Formats.Xml;

namespace Simphonie.Definitions.Tests.Mappings.Support;

/// <summary>The schemas and mappings of the repository, loaded as the hub loads them.</summary>
internal static class ShippedDefinitions
{
    private static readonly Lazy<DefinitionLoad> s_load = new(() => new DefinitionLoader(Tools).Load([InProject("schemas"), InProject("mappings")]));

    public static IReadOnlyDictionary<string, IFormat> Formats { get; } = new IFormat[] { new Hl7Format(), new FhirFormat(), new XmlFormat() }.ToDictionary(format => format.Name);

    public static DefinitionLoad Load => s_load.Value;

    private static DefinitionTools Tools => new()
    {
        SchemaLoaders = [new Hl7SchemaLoader(), new FhirSchemaLoader(), new XsdSchemaLoader()],
        Formats = Formats,
        Mappings = new MappingCompiler(),
    };

    public static string InProject(string path) => Path.Combine(ProjectFolder.Root, path);
}
