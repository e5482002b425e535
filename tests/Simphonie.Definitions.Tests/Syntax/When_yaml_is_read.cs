using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Tests.Syntax;

public sealed class When_yaml_is_read
{
    [TestCase("no")]
    [TestCase("on")]
    [TestCase("Y")]
    [TestCase("012")]
    [TestCase("1.10")]
    [TestCase("2026-01-01")]
    [TestCase("null")]
    [TestCase("~")]
    public void Should_keep_every_plain_scalar_as_text(string plain)
    {
        var findings = new DiagnosticBag();

        var map = (Setting.Map)YamlReader.Read("x.yaml", $"key: {plain}\n", findings)!;

        Assert.That(map.Text("key"), Is.EqualTo(plain));
        Assert.That(findings, Is.Empty);
    }

    [Test]
    public void Should_mark_keys_and_values_with_line_and_column()
    {
        var map = (Setting.Map)YamlReader.Read("x.yaml", "a: 1\nlist:\n  - first\n  -   name: second\n", new())!;

        var second = (Setting.Map)((Setting.List)map["list"]!).Items[1];
        Assert.Multiple(() =>
        {
            Assert.That(map["a"]!.Place, Is.EqualTo(Place.InFile("x.yaml", 1, 4)));
            Assert.That(map.PlaceOf("list"), Is.EqualTo(Place.InFile("x.yaml", 2, 1)));
            Assert.That(second.PlaceOf("name"), Is.EqualTo(Place.InFile("x.yaml", 4, 7)));
            Assert.That(second["name"]!.Place, Is.EqualTo(Place.InFile("x.yaml", 4, 13)));
        });
    }

    [Test]
    public void Should_mark_the_text_within_quotes_and_blocks()
    {
        var map = (Setting.Map)YamlReader.Read("x.yaml", "a: \"quoted\"\nb: >-\n    folded\n    text\n", new())!;

        Assert.That(map["a"]!.Place, Is.EqualTo(Place.InFile("x.yaml", 1, 5)));
        Assert.That(map["b"]!.Place, Is.EqualTo(Place.InFile("x.yaml", 3, 5)));
        Assert.That(map.Text("b"), Is.EqualTo("folded text"));
    }
}
