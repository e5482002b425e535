using Simphonie.Definitions.Mappings;
using Simphonie.Definitions.Tests.Mappings.Support;

namespace Simphonie.Definitions.Tests.Mappings;

public sealed class When_a_rule_repeats
{
    [Test]
    public void Should_add_one_element_for_each_item_with_the_item_as_focus()
    {
        var result = MappingBench.Run(
            """
            make:
              - for: receiver.where(sex = 'F')
                add: receiver
                set:
                  - name: name
            """,
            MappingBench.Letter("receiver[0].name=Anne", "receiver[0].sex=F", "receiver[1].name=Luc", "receiver[1].sex=M", "receiver[2].name=Eve", "receiver[2].sex=F"));

        Assert.That(MappingBench.Leaves(result.Output), Is.EqualTo(new[] { "Letter.receiver[0].name[0]=Anne", "Letter.receiver[1].name[0]=Eve" }));
    }

    [Test]
    public void Should_make_nothing_where_no_rule_of_the_item_writes()
    {
        var result = MappingBench.Run(
            "make:\n  - for: receiver\n    add: receiver\n    set:\n      - name: name\n",
            MappingBench.Letter("receiver[0].sex=F", "receiver[1].name=Luc"));

        Assert.That(MappingBench.Leaves(result.Output), Is.EqualTo(new[] { "Letter.receiver[0].name[0]=Luc" }));
    }

    [Test]
    public void Should_give_the_focus_back_afterwards()
    {
        var result = MappingBench.Run(
            "make:\n  - for: receiver\n    add: note\n  - title: title\n",
            MappingBench.Letter("title=kept", "receiver[0].name=Luc"));

        Assert.That(MappingBench.Leaves(result.Output), Is.EqualTo(new[] { "Letter.title[0]=kept" }));
    }

    [Test]
    public void Should_name_computed_items_by_as()
    {
        var result = MappingBench.Run(
            "make:\n  - for: (1 | 2)\n    as: n\n    set:\n      - note: \"%n.toString()\"\n",
            MappingBench.Letter("title=x"));

        Assert.That(MappingBench.Leaves(result.Output), Is.EqualTo(new[] { "Letter.note[0]=1", "Letter.note[1]=2" }));
    }

    [Test]
    public void Should_refuse_computed_items_without_a_name()
    {
        var result = MappingBench.Run("make:\n  - for: (1 | 2)\n    set:\n      - note: \"'x'\"\n", MappingBench.Letter("title=x"));

        Assert.That(result.Findings.Select(finding => finding.Code), Has.All.EqualTo(MappingCodes.NotANode));
        Assert.That(result.Output, Is.Null);
    }

    [Test]
    public void Should_derive_ids_from_mapping_name_and_ordinal()
    {
        var result = MappingBench.Run(
            "make:\n  - title: id('a')\n  - for: receiver\n    set:\n      - note: id('a')\n",
            MappingBench.Letter("receiver[0].name=Anne", "receiver[1].name=Luc"));

        Assert.That(
            MappingBench.Leaves(result.Output),
            Is.EqualTo(new[] { "Letter.title[0]=<test/a>", "Letter.note[0]=<test/a/0>", "Letter.note[1]=<test/a/1>" }));
    }
}
