using System.Text.RegularExpressions;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Hub;
using Simphonie.Definitions.Snapshot;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Tests.Reference;

/// <summary>Every route, mapping and hub.yaml that a page of the repository shows is a good one.</summary>
public sealed partial class When_pages_show_definitions
{
    private static readonly string[] s_skipped = ["bin", "obj", "node_modules", ".git", "TestResults", ".simphonie"];

    public static IEnumerable<TestCaseData> Snippets()
    {
        foreach (var page in Pages(new(Repository.Root)))
        {
            var text = File.ReadAllText(page);
            foreach (Match match in Fence().Matches(text))
            {
                var first = match.Groups["yaml"].Value.TrimStart('\n').Split(':')[0];
                if (first is "route" or "mapping" or "hub")
                {
                    var line = text[..match.Index].Count(c => c == '\n') + 1;
                    yield return new TestCaseData(first, match.Groups["yaml"].Value).SetArgDisplayNames(Path.GetRelativePath(Repository.Root, page), line.ToString(System.Globalization.CultureInfo.InvariantCulture));
                }
            }
        }
    }

    [TestCaseSource(nameof(Snippets))]
    public void Should_be_good(string kind, string yaml)
    {
        var errors = (kind == "hub" ? Hub(yaml) : Definition(kind, yaml)).Where(f => f.Severity == Severity.Error);

        Assert.That(errors, Is.Empty);
    }

    private static DiagnosticBag Hub(string yaml)
    {
        var findings = new DiagnosticBag();
        var root = YamlReader.Read("snippet", yaml, findings);
        new HubReader(ChannelKinds.All).Read(Repository.PathOf("samples", "demo", "hub.yaml"), root, SecretResolver.Unread(Repository.Root, findings), findings);
        return findings;
    }

    private static IReadOnlyList<Diagnostic> Definition(string kind, string yaml)
    {
        using var folder = new TemporaryFolder();
        folder.Write(kind == "route" ? "snippets/s.route.yaml" : "snippets/s.map.yaml", yaml);
        var load = new DefinitionLoader(Repository.Tools with { Site = Repository.Site })
            .Load([Path.Combine(folder.Path, "snippets"), Repository.PathOf("mappings"), Repository.PathOf("schemas")]);

        // A snippet may show a version of what ships: that the two have one name is no fault of the page.
        return [.. load.Findings.Where(f => f.Place.File?.Contains("snippets", StringComparison.Ordinal) == true && f.Code.Id is not ("SIM1111" or "SIM1112"))];
    }

    private static IEnumerable<string> Pages(DirectoryInfo folder) =>
        folder.EnumerateFiles("*.md").Select(f => f.FullName)
            .Concat(folder.EnumerateDirectories().Where(d => !s_skipped.Contains(d.Name, StringComparer.Ordinal)).SelectMany(Pages));

    [GeneratedRegex(@"^```yaml\n(?<yaml>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();
}
