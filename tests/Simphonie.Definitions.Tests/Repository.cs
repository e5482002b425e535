using Simphonie.Channels.Mail.Profiles;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Core.Channels;
using Simphonie.Definitions.Mappings.Compilation;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;
using Simphonie.Formats;

namespace Simphonie.Definitions.Tests;

/// <summary>The project's own definitions, and what compiles them.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static DefinitionTools Tools { get; } = new()
    {
        SchemaLoaders = [.. KnownFormats.Loaders, new SoapProfileLoader(), new MailProfileLoader()],
        Formats = KnownFormats.All,
        Mappings = new MappingCompiler(),
    };

    /// <summary>A site like the demo's.</summary>
    public static SiteNames Site { get; } = new(
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["gap-adt"] = "hl7v2/pam-fr@2.11", ["gap-fhir"] = "fhir/r4", ["gap-b2"] = "b2/cp", ["gap-billing"] = "hl7v2/fides-hub@1", ["caisse-returns"] = "noemie/ps", ["caisse-acknowledgements"] = "noemie/arl-hub@1", ["lots"] = null },
        new Dictionary<string, EndpointShape?>(StringComparer.Ordinal)
        {
            ["cdri"] = new("xml", Answers: true, "xml"),
            ["gap-return"] = new("hl7v2", Answers: true, "hl7v2"),
            ["caisse"] = new("b2", Answers: false, null),
            ["archive"] = new("hl7v2", Answers: false, null),
        });

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Simphonie.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests do not stand in the repository");
    }
}
