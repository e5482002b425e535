using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.Noemie;
using Simphonie.Formats.Noemie.Reading;
using Simphonie.Formats.Noemie.Schemas;
using Simphonie.Formats.Tests.Fhir;

namespace Simphonie.Formats.Tests.Noemie;

/// <summary>The shipped schema, loaded once, and what tests ask of a file.</summary>
internal static class NoemieFiles
{
    private static readonly Lazy<NoemieSchema> Loaded = new(Load);

    public static NoemieSchema Ps => Loaded.Value;

    public static string SchemaPath => Path.Combine(FhirTestFiles.Root, "schemas", "noemie", "ps.yaml");

    public static NoemieDocument Read(byte[] bytes) => NoemieDocument.Read(bytes, Ps);

    public static IReadOnlyList<Diagnostic> Validate(byte[] bytes)
    {
        var findings = new DiagnosticBag();
        new NoemieFormat().Validate(Read(bytes), Ps, findings);
        return findings;
    }

    /// <summary>Code and place of each finding.</summary>
    public static IEnumerable<string> Found(byte[] bytes) => Validate(bytes).Select(finding => $"{finding.Code.Id} {finding.Place}");

    public static IReadOnlyList<Node> Children(this Node node, string name)
    {
        var into = new List<Node>();
        node.Document.AppendChildren(node.Handle, name, into);
        return into;
    }

    public static string Text(this Node node, string name) => node.Children(name) is [var child] ? child.Value.Text : "";

    private static NoemieSchema Load()
    {
        var findings = new DiagnosticBag();
        return new NoemieSchemaLoader().Load(SchemaPath, findings) as NoemieSchema ?? throw new InvalidOperationException(string.Join('\n', findings));
    }
}
