using System.Xml.Linq;

namespace Simphonie.Architecture.Tests;

/// <summary>The arrows of the design: who may know whom. A new arrow is a decision record, not an edit of this table alone.</summary>
public sealed class When_projects_reference_each_other
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Simphonie.Core"] = [],
        ["Simphonie.Formats"] = ["Simphonie.Core"],
        ["Simphonie.Definitions"] = ["Simphonie.Core", "Simphonie.Formats"],
        ["Simphonie.Engine"] = ["Simphonie.Core", "Simphonie.Definitions"],
        ["Simphonie.Channels"] = ["Simphonie.Core", "Simphonie.Formats"],
        ["Simphonie.Journal"] = ["Simphonie.Core"],
        ["Simphonie.Simulators"] = ["Simphonie.Core", "Simphonie.Formats", "Simphonie.Channels"],
        ["Simphonie.Cli"] =
        [
            "Simphonie.Core", "Simphonie.Formats", "Simphonie.Definitions", "Simphonie.Engine", "Simphonie.Channels",
            "Simphonie.Journal", "Simphonie.Simulators",
        ],
    };

    [Test]
    public void Should_find_a_rule_for_every_project()
    {
        Assert.That(Projects().Select(project => project.Name), Is.EquivalentTo(Allowed.Keys));
    }

    [Test]
    public void Should_follow_the_arrows_of_the_design()
    {
        Assert.Multiple(() =>
        {
            foreach (var (name, references) in Projects())
            {
                var wrong = references.Except(Allowed.GetValueOrDefault(name, []));
                Assert.That(wrong, Is.Empty, $"{name} references a project that it may not know");
            }
        });
    }

    [Test]
    public void Should_keep_namespaces_inside_their_project()
    {
        Assert.Multiple(() =>
        {
            foreach (var file in Repository.Files("src", "*.cs"))
            {
                var project = Path.GetRelativePath(Path.Combine(Repository.Root, "src"), file).Split('/')[0];
                var line = File.ReadLines(file).FirstOrDefault(text => text.StartsWith("namespace ", StringComparison.Ordinal));
                if (line is not null)
                {
                    Assert.That(line["namespace ".Length..].TrimEnd(';').Trim(), Does.StartWith(project), file);
                }
            }
        });
    }

    [Test]
    public void Should_keep_protocols_out_of_core()
    {
        string[] protocols = ["using System.Net", "using Simphonie.Formats", "using Microsoft.AspNetCore", "using System.Xml", "using Microsoft.Data"];
        Assert.Multiple(() =>
        {
            foreach (var file in Repository.Files("src/Simphonie.Core", "*.cs"))
            {
                var wrong = File.ReadLines(file).Where(line => protocols.Any(word => line.StartsWith(word, StringComparison.Ordinal)));
                Assert.That(wrong, Is.Empty, file);
            }
        });
    }

    private static IEnumerable<(string Name, string[] References)> Projects() =>
        Repository.Files("src", "*.csproj").Select(file => (
            Path.GetFileNameWithoutExtension(file),
            XDocument.Load(file).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!)).ToArray()));
}
