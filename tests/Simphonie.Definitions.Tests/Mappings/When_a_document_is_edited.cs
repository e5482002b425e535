using Simphonie.Definitions.Tests.Mappings.Support;

namespace Simphonie.Definitions.Tests.Mappings;

public sealed class When_a_document_is_edited
{
    private static readonly string[] s_letter = ["title=t", "receiver[0].name=a", "receiver[1].name=b", "receiver[2].name=c", "note=n"];

    [Test]
    public void Should_keep_everything_in_order_but_what_is_changed()
    {
        var result = MappingBench.Run(
            """
            make:
              - edit: "%message"
                changes:
                  - at: receiver.where(name = 'b')
                    set:
                      - sex: "name & '!'"
            """,
            MappingBench.Letter(s_letter));

        Assert.That(
            MappingBench.Leaves(result.Output),
            Is.EqualTo(new[]
            {
                "Letter.title[0]=t", "Letter.receiver[0].name[0]=a", "Letter.receiver[1].name[0]=b", "Letter.receiver[1].sex[0]=b!",
                "Letter.receiver[2].name[0]=c", "Letter.note[0]=n",
            }));
    }

    [Test]
    public void Should_write_a_replacement_once_where_the_first_stood()
    {
        var result = MappingBench.Run(
            """
            make:
              - edit: "%message"
                changes:
                  - replace: receiver.where(name != 'c')
                    by:
                      - add: receiver
                        set:
                          - name: "'new'"
            """,
            MappingBench.Letter(s_letter));

        Assert.That(
            MappingBench.Leaves(result.Output),
            Is.EqualTo(new[] { "Letter.title[0]=t", "Letter.receiver[0].name[0]=new", "Letter.receiver[1].name[0]=c", "Letter.note[0]=n" }));
    }

    [Test]
    public void Should_insert_behind_a_node()
    {
        var result = MappingBench.Run(
            "make:\n  - edit: \"%message\"\n    changes:\n      - after: title\n        insert:\n          - sender.name: \"'x'\"\n",
            MappingBench.Letter(s_letter));

        Assert.That(MappingBench.Leaves(result.Output).Take(3), Is.EqualTo(new[] { "Letter.title[0]=t", "Letter.sender[0].name[0]=x", "Letter.receiver[0].name[0]=a" }));
    }

    [Test]
    public void Should_make_nothing_when_the_named_parts_do_not_change()
    {
        const string Rules = "only_if_changed: [receiver]\nmake:\n  - edit: \"%message\"\n    changes:\n      - at: title\n        set: []\n  - stamp.code: \"'new'\"\n";

        var result = MappingBench.Run(Rules, MappingBench.Letter(s_letter));

        Assert.That(result.Findings, Is.Empty);
        Assert.That(result.Output, Is.Null);
    }

    [Test]
    public void Should_number_what_it_makes()
    {
        var result = MappingBench.Run(
            "make:\n  - for: receiver\n    add: receiver\n    set:\n      - number: name\n      - number: sex\n        like: name\n",
            MappingBench.Letter(s_letter));

        Assert.That(
            MappingBench.Leaves(result.Output).Take(4),
            Is.EqualTo(new[] { "Letter.receiver[0].name[0]=1", "Letter.receiver[0].sex[0]=1", "Letter.receiver[1].name[0]=2", "Letter.receiver[1].sex[0]=2" }));
    }
}
