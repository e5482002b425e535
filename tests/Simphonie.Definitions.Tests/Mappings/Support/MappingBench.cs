using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Mappings.Compilation;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Tests.Mappings.Support;

/// <summary>Compiles and runs mappings from letters to letters.</summary>
internal static class MappingBench
{
    private const string Head = """
        mapping: test
        version: 1
        effective: 2026-01-01
        from: plain/letters@1
        to: plain/letters@1

        """;

    /// <summary>Lines of the head above, so that tests can count lines of what they write.</summary>
    public const int HeadLines = 5;

    public static Mapping? Compile(string text, DiagnosticBag findings, params (string Name, string Text)[] fragments) => CompileFile(Head + text, findings, fragments);

    public static Mapping? CompileFile(string text, DiagnosticBag findings, params (string Name, string Text)[] fragments)
    {
        var file = "test.map.yaml";
        var root = (Setting.Map)YamlReader.Read(file, text, findings)!;
        var scope = new MappingScope
        {
            Schemas = new PlainCatalog(PlainSchema.Letters),
            Formats = new Dictionary<string, IFormat>(StringComparer.Ordinal) { [PlainFormat.FormatName] = new PlainFormat() },
            Fragments = fragments.ToDictionary(fragment => fragment.Name, fragment => (Setting.Map)YamlReader.Read(fragment.Name + ".fragment.yaml", fragment.Text, findings)!),
        };
        return new MappingCompiler().Compile(root, file, scope, findings);
    }

    public static IReadOnlyList<Diagnostic> FindingsOf(string text, params (string Name, string Text)[] fragments)
    {
        var findings = new DiagnosticBag();
        var mapping = Compile(text, findings, fragments);
        Assert.That(mapping is null, Is.EqualTo(findings.HasErrors), "a mapping comes out exactly when no finding is an error");
        return [.. findings];
    }

    public static MappingResult Run(string text, Document source, bool explain = false, params (string Name, string Text)[] fragments)
    {
        var findings = new DiagnosticBag();
        var mapping = Compile(text, findings, fragments);
        Assert.That(findings, Is.Empty);
        return mapping!.Run(new MappingInput
        {
            Source = source,
            Documents = new Dictionary<string, Document>(StringComparer.Ordinal) { ["message"] = source },
            Now = new DateTimeOffset(2026, 3, 6, 10, 0, 0, TimeSpan.Zero),
            World = World.Test,
            Id = name => $"<{name}>",
            Hub = "hub",
            Establishment = "750000010",
            Explain = explain,
        });
    }

    /// <summary>A letter written as <c>path=value</c> lines; an index makes another of a list (<c>receiver[1].name=…</c>).</summary>
    public static Document Letter(params string[] lines)
    {
        var builder = new PlainBuilder(PlainFormat.FormatName, PlainSchema.Letters, "Letter");
        var made = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var (path, value) = (line[..line.IndexOf('=')], line[(line.IndexOf('=') + 1)..]);
            var node = builder.Root;
            var written = "";
            foreach (var part in path.Split('.'))
            {
                written += "." + part;
                var name = part.Split('[')[0];
                node = made.TryGetValue(written, out var known) ? known : made[written] = builder.Append(node, name);
            }

            builder.Set(node, Value.Of(value));
        }

        return builder.Build(new DiagnosticBag());
    }

    /// <summary>The leaves of a document as <c>path=value</c>.</summary>
    public static string[] Leaves(Document? document)
    {
        var leaves = new List<string>();
        if (document is not null)
        {
            Collect(document.Root, leaves);
        }

        return [.. leaves];
    }

    private static void Collect(Node node, List<string> leaves)
    {
        var children = new List<Node>();
        node.Document.AppendChildren(node.Handle, children);
        if (children.Count == 0 && node.State != NodeState.Absent)
        {
            leaves.Add($"{node.Place}={(node.State == NodeState.Cleared ? "\"\"" : node.Value.Text)}");
        }

        foreach (var child in children)
        {
            Collect(child, leaves);
        }
    }

    private sealed class PlainCatalog(params ISchema[] schemas) : ISchemaCatalog
    {
        public IReadOnlyCollection<ISchema> All => schemas;

        public bool TryResolve(string reference, DateOnly businessDate, out ISchema schema)
        {
            schema = schemas.FirstOrDefault(candidate => reference.Split('#')[0] == $"{candidate.Header.Id}@{candidate.Header.Version}")!;
            return schema is not null;
        }
    }
}
