using Simphonie.Definitions.Tests.Mappings.Support;

namespace Simphonie.Definitions.Tests.Mappings;

public sealed class When_values_are_named
{
    [Test]
    public void Should_let_each_use_those_above_it()
    {
        var result = MappingBench.Run(
            """
            let:
              first: receiver.first()
              name: "%first.name"
            make:
              - title: "%name & '!'"
            """,
            MappingBench.Letter("receiver[0].name=Anne", "receiver[1].name=Luc"));

        Assert.That(MappingBench.Leaves(result.Output), Is.EqualTo(new[] { "Letter.title[0]=Anne!" }));
    }

    [Test]
    public void Should_see_a_local_name_only_inside_its_rule()
    {
        var findings = MappingBench.FindingsOf("make:\n  - let: {a: title}\n    set:\n      - title: \"%a\"\n  - note: \"%a\"\n");

        Assert.That(findings.Select(finding => finding.Place.Line), Is.EqualTo(new[] { MappingBench.HeadLines + 5 }));
    }

    [Test]
    public void Should_evaluate_a_local_name_for_each_item()
    {
        var result = MappingBench.Run(
            "make:\n  - for: receiver\n    let: {greeting: \"'cher ' & name\"}\n    set:\n      - note: \"%greeting\"\n",
            MappingBench.Letter("receiver[0].name=Luc", "receiver[1].name=Marc"));

        Assert.That(MappingBench.Leaves(result.Output), Is.EqualTo(new[] { "Letter.note[0]=cher Luc", "Letter.note[1]=cher Marc" }));
    }

    [Test]
    public void Should_know_hub_establishment_world_and_the_hour_of_Paris()
    {
        var result = MappingBench.Run("make:\n  - note: [\"%hub\", \"%establishment\", \"%world\", \"%now.toString()\"]\n", MappingBench.Letter("title=x"));

        Assert.That(
            MappingBench.Leaves(result.Output),
            Is.EqualTo(new[] { "Letter.note[0]=hub", "Letter.note[1]=750000010", "Letter.note[2]=test", "Letter.note[3]=2026-03-06T11:00:00+01:00" }));
    }
}
