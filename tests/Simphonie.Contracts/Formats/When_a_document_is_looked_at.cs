using System.Text;
using NUnit.Framework;
using Simphonie.Core.Documents;

namespace Simphonie.Contracts.Formats;

/// <summary>A document is read from any thread, knows where its values stand, and prints none of them.</summary>
public abstract class When_a_document_is_looked_at : FormatContract
{
    [Test]
    public void Should_say_where_each_value_stands_in_the_bytes()
    {
        var values = Walk.Of(Read(Samples.Good)).Where(node => node.Value.Text.Contains(IFormatSamples.Mark, StringComparison.Ordinal)).ToList();

        Assert.That(values, Is.Not.Empty);
        foreach (var node in values)
        {
            var offset = (int)node.Place.Offset;
            Assert.That(offset, Is.GreaterThanOrEqualTo(0), node.Place.ToString());
            Assert.That(Encoding.ASCII.GetString(Samples.Good.AsSpan(offset)).TrimStart('"'), Does.StartWith(Standing(node)), node.Place.ToString());
        }
    }

    [Test]
    public void Should_be_the_same_to_many_readers_at_once()
    {
        var expected = Walk.Contents(Read(Samples.Good));
        for (var round = 0; round < 20; round++)
        {
            var document = Read(Samples.Good); // lazy parts are made anew by whichever reader comes first
            var seen = new IReadOnlyList<(string, string?, NodeState, Value)>[4];
            Parallel.For(0, seen.Length, reader => seen[reader] = Walk.Contents(document));
            Assert.That(seen, Has.All.EqualTo(expected));
        }
    }

    [Test]
    public void Should_print_nothing_of_the_payload()
    {
        var document = Read(Samples.Good);

        Assert.That(document.ToString(), Does.Not.Contain(IFormatSamples.Mark));
        foreach (var node in Walk.Of(document))
        {
            Assert.That($"{node} {node.Value} {new Item(node)}", Does.Not.Contain(IFormatSamples.Mark));
        }
    }

    /// <summary>What stands at the place of a node: its value, unless the format says where its nodes begin (XML: at their tag).</summary>
    protected virtual string Standing(Node node) => node.Value.Text;
}
