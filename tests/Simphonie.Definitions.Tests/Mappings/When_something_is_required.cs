using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Tests.Mappings.Support;

namespace Simphonie.Definitions.Tests.Mappings;

public sealed class When_something_is_required
{
    private const string Rules = """
        require:
          - that: title.exists()
            why: a letter needs a title
          - that: sender.exists()
            why: a letter needs a sender
        make:
          - note: "'made'"
        """;

    [Test]
    public void Should_make_nothing_and_tell_every_reason()
    {
        var result = MappingBench.Run(Rules, MappingBench.Letter("note=x"));

        Assert.That(result.Output, Is.Null);
        Assert.That(result.Findings.Select(finding => finding.Text), Is.EqualTo(new[] { "a letter needs a title", "a letter needs a sender" }));
        Assert.That(result.Findings.Select(finding => finding.Code), Has.All.EqualTo(MappingCodes.RequirementNotMet));
    }

    [Test]
    public void Should_go_on_when_it_is_met()
    {
        var result = MappingBench.Run(Rules, MappingBench.Letter("title=x", "sender.name=y"));

        Assert.That(MappingBench.Leaves(result.Output), Is.EqualTo(new[] { "Letter.note[0]=made" }));
    }
}
