using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Tests.Mappings.Support;

namespace Simphonie.Definitions.Tests.Mappings;

public sealed class When_a_rule_sets_a_path
{
    [Test]
    public void Should_write_the_value()
    {
        var result = MappingBench.Run("make:\n  - title: title\n", MappingBench.Letter("title=Bonjour"));

        Assert.That(MappingBench.Leaves(result.Output), Is.EqualTo(new[] { "Letter.title[0]=Bonjour" }));
    }

    [Test]
    public void Should_leave_no_node_behind_when_the_input_is_absent()
    {
        var result = MappingBench.Run("make:\n  - title: title\n  - sender:\n      - name: sender.name\n", MappingBench.Letter("title=Bonjour"));

        Assert.That(MappingBench.Leaves(result.Output), Is.EqualTo(new[] { "Letter.title[0]=Bonjour" }));
    }

    [Test]
    public void Should_fill_a_list_with_several_values()
    {
        var result = MappingBench.Run("make:\n  - note: receiver.name\n", MappingBench.Letter("receiver[0].name=Anne", "receiver[1].name=Luc"));

        Assert.That(MappingBench.Leaves(result.Output), Is.EqualTo(new[] { "Letter.note[0]=Anne", "Letter.note[1]=Luc" }));
    }

    [Test]
    public void Should_take_a_list_of_expressions_in_order()
    {
        var result = MappingBench.Run("make:\n  - note: [title, \"'fixed'\", sender.name]\n", MappingBench.Letter("title=a", "sender.name=b"));

        Assert.That(MappingBench.Leaves(result.Output), Is.EqualTo(new[] { "Letter.note[0]=a", "Letter.note[1]=fixed", "Letter.note[2]=b" }));
    }

    [Test]
    public void Should_refuse_several_values_for_a_single_element_and_make_nothing()
    {
        var result = MappingBench.Run("make:\n  - title: receiver.name\n", MappingBench.Letter("receiver[0].name=Anne", "receiver[1].name=Luc"));

        Assert.That(result.Output, Is.Null);
        Assert.That(result.Findings.Select(finding => finding.Code), Is.EqualTo(new[] { MappingCodes.SeveralValues }));
        Assert.That(result.Findings[0].Place.Line, Is.EqualTo(MappingBench.HeadLines + 2));
    }
}
