using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;
using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Definitions.Testing;

/// <summary>Runs tests of mappings. The hub is called <c>HUB</c> and the establishment <c>750000010</c>; identifiers are <c>id-NAME</c>, so that tests can name them.</summary>
public sealed class MappingTestRunner(IReadOnlyDictionary<string, IFormat> formats, DefinitionSnapshot snapshot)
{
    public TestResult Run(MappingTest test)
    {
        var versions = snapshot.Mappings.Where(m => m.Name == test.Target.Name).ToList();
        if (versions.Count == 0)
        {
            return new(test.Name, test.Place, [Diagnostic.Of(TestCodes.Broken, test.Place, $"mapping '{test.Target.Name}' did not compile.")]);
        }

        var mapping = versions.Find(m => m.Version == test.Target.Version) ?? versions[0];
        var findings = new DiagnosticBag();
        var source = Read(test.Messages[0], mapping.From, findings);
        var documents = new Dictionary<string, Document>(StringComparer.Ordinal) { ["message"] = source };
        foreach (var (name, content) in test.Documents)
        {
            documents[name] = Read(content, null, findings);
        }

        var result = mapping.Run(new()
        {
            Source = source,
            Focus = FocusOf(test, source, findings),
            Documents = documents,
            Now = test.Now,
            World = World.Test,
            BusinessDate = ParisTime.DateOf(test.Now),
            Id = name => "id-" + name,
            Hub = "HUB",
            Establishment = "750000010",
            Ledger = (kind, key) => test.Ledger.FirstOrDefault(e => e.Kind == kind && e.Key == key)?.Value,
            Explain = test.Expectations.Any(e => e is Expectation.Lineage),
        });
        return ExpectationEvaluator.Evaluate(test, new()
        {
            Output = result.Output,
            Lineage = result.Lineage,
            Findings = [.. findings, .. result.Findings],
        });
    }

    /// <summary>The node that the test names; null, with a finding, when it is none or several.</summary>
    private static Node? FocusOf(MappingTest test, Document source, DiagnosticBag findings)
    {
        if (test.Focus is not { } path)
        {
            return null;
        }

        var items = ExpectationEvaluator.Evaluate(path.Text, path.Place, source, findings) ?? [];
        if (items is [{ IsNode: true } one])
        {
            return one.Node;
        }

        findings.Add(TestCodes.NotMet, path.Place, $"'focus' gives {items.Count} items and no single node.");
        return null;
    }

    /// <summary>Reads with the reference's schema; without one, by how the content begins.</summary>
    private Document Read(TestContent content, string? reference, DiagnosticBag findings)
    {
        ISchema? schema = null;
        if (reference is not null)
        {
            snapshot.Schemas.TryResolve(reference, DateOnly.MaxValue, out schema);
        }

        var name = schema?.Format ?? reference?.Split('/', '#', '@')[0] ?? content.Format;
        schema ??= TestSchemas.For(snapshot, name);
        var document = formats[name].Read(content.Bytes, schema);
        findings.AddRange(document.Findings);
        return document;
    }
}
