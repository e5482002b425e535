using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Fhir.Schema;

namespace Simphonie.Formats.Tests.Fhir;

/// <summary>Where the tests find the facts and the official examples.</summary>
internal static class FhirTestFiles
{
    private static readonly Lazy<FhirSchema> _r4 = new(LoadR4);

    public static string Root { get; } = FindRoot();

    public static FhirSchema R4 => _r4.Value;

    public static string Peers => Path.Combine(Root, "tests", "peers");

    public static string SchemaFile => Path.Combine(Root, "schemas", "fhir", "r4-4.0.1.tsv");

    /// <summary>The official examples of R4, ordered by name; fails when the peers are not installed.</summary>
    public static IReadOnlyList<string> Examples()
    {
        var folder = Path.Combine(Peers, "node_modules", "hl7.fhir.r4.examples");
        Assert.That(Directory.Exists(folder), "the official examples are missing: run build/install-test-peers");
        return [.. Directory.EnumerateFiles(folder, "*.json").Where(file => Path.GetFileName(file) != "package.json").Order(StringComparer.Ordinal)];
    }

    private static FhirSchema LoadR4()
    {
        var findings = new DiagnosticBag();
        var schema = new FhirSchemaLoader().Load(SchemaFile, findings);
        Assert.That(findings, Is.Empty);
        return (FhirSchema)schema!;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Simphonie.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("the tests must run inside the repository");
    }
}
