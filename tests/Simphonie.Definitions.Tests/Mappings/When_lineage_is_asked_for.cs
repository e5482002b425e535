using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Tests.Mappings.Support;

namespace Simphonie.Definitions.Tests.Mappings;

public sealed class When_lineage_is_asked_for
{
    [Test]
    public void Should_name_the_rule_and_the_places_of_the_input()
    {
        var result = MappingBench.Run("make:\n  - title: title & sender.name\n", MappingBench.Letter("title=a", "sender.name=b"), explain: true);

        Assert.That(result.Lineage, Has.Count.EqualTo(1));
        Assert.That(result.Lineage[0].OutputPath, Is.EqualTo("Letter.title[0]"));
        Assert.That((result.Lineage[0].Rule.File, result.Lineage[0].Rule.Line), Is.EqualTo(("test.map.yaml", MappingBench.HeadLines + 2)));
        Assert.That(result.Lineage[0].Inputs.Select(place => place.Path), Is.EquivalentTo(new[] { "Letter.title[0]", "Letter.sender[0].name[0]" }));
    }

    [Test]
    public void Should_go_through_named_values()
    {
        var result = MappingBench.Run("let:\n  a: title.upper()\nmake:\n  - note: \"%a\"\n", MappingBench.Letter("title=a"), explain: true);

        Assert.That(result.Lineage[0].Inputs.Select(place => place.Path), Is.EqualTo(new[] { "Letter.title[0]" }));
    }

    [Test]
    public void Should_name_no_input_for_a_constant()
    {
        var result = MappingBench.Run("make:\n  - note: \"'fixed'\"\n", MappingBench.Letter("title=a"), explain: true);

        Assert.That(result.Lineage[0].Inputs, Is.Empty);
    }

    [Test]
    public void Should_be_empty_otherwise()
    {
        var result = MappingBench.Run("make:\n  - title: title\n", MappingBench.Letter("title=a"));

        Assert.That(result.Lineage, Is.Empty);
    }
}
