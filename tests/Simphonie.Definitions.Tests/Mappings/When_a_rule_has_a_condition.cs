using Simphonie.Definitions.Tests.Mappings.Support;

namespace Simphonie.Definitions.Tests.Mappings;

public sealed class When_a_rule_has_a_condition
{
    private const string Rules = "make:\n  - if: sender.sex = 'F'\n    set:\n      - title: \"'Madame'\"\n";

    [TestCase("sender.sex=F", "Letter.title[0]=Madame")]
    [TestCase("sender.sex=M", null)]
    [TestCase("title=x", null, Description = "empty is not true")]
    public void Should_write_only_when_it_is_true(string line, string? written)
    {
        var result = MappingBench.Run(Rules, MappingBench.Letter(line));

        Assert.That(MappingBench.Leaves(result.Output), Is.EqualTo(written is null ? [] : new[] { written }));
    }
}
