using System.Buffers;
using System.Text;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Mappings.Compilation;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Tests.Mappings.Support;

/// <summary>Runs mappings that a test writes, and shipped ones, over the real formats and schemas.</summary>
internal static class PamBench
{
    public const string Pam = "hl7v2/pam-fr@2.11";
    public const string Bundle = "fhir/r4#Bundle";

    public static Mapping Compile(string from, string to, string text)
    {
        var findings = new DiagnosticBag();
        var head = $"mapping: test\nversion: 1\neffective: 2020-01-01\nfrom: {from}\nto: {to}\n";
        var root = (Setting.Map)YamlReader.Read("test.map.yaml", head + text, findings)!;
        var scope = new MappingScope { Schemas = ShippedDefinitions.Load.Set.Schemas, Formats = ShippedDefinitions.Formats };
        var mapping = new MappingCompiler().Compile(root, "test.map.yaml", scope, findings);
        Assert.That(findings, Is.Empty);
        return mapping!;
    }

    public static Mapping Shipped(string name) => ShippedDefinitions.Load.Snapshot!.Mappings.First(mapping => mapping.Name == name);

    public static MappingResult Run(Mapping mapping, Document source, params (string Name, Document Document)[] others)
    {
        var documents = new Dictionary<string, Document>(StringComparer.Ordinal) { ["message"] = source };
        foreach (var (name, document) in others)
        {
            documents[name] = document;
        }

        return mapping.Run(new MappingInput
        {
            Source = source,
            Documents = documents,
            Now = new DateTimeOffset(2024, 3, 6, 10, 30, 0, TimeSpan.Zero),
            World = World.Test,
            Id = name => "id-" + name,
            Hub = "HUB",
            Establishment = "750000010",
        });
    }

    public static Document Read(string reference, ReadOnlyMemory<byte> bytes)
    {
        Assert.That(ShippedDefinitions.Load.Set.Schemas.TryResolve(reference, DateOnly.MaxValue, out var schema), Is.True);
        return ShippedDefinitions.Formats[schema!.Format].Read(bytes, schema);
    }

    /// <summary>A case of the shipped mappings.</summary>
    public static Document Case(string reference, string file) =>
        Read(reference, File.ReadAllBytes(Path.Combine(ProjectFolder.Root, "mappings", "cdri", "cases", file)));

    /// <summary>Segments of a message, written one a line.</summary>
    public static Document Message(string lines) => Read(Pam, Encoding.UTF8.GetBytes(lines.ReplaceLineEndings("\r")));

    public static string Text(Document? document)
    {
        var writer = new ArrayBufferWriter<byte>();
        ShippedDefinitions.Formats[document!.Format].Write(document, writer);
        return Encoding.UTF8.GetString(writer.WrittenSpan);
    }

    public static string[] Segments(Document? document) => Text(document).Split('\r', StringSplitOptions.RemoveEmptyEntries);
}
