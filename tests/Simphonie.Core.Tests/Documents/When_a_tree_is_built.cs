using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;

namespace Simphonie.Core.Tests.Documents;

public sealed class When_a_tree_is_built
{
    [Test]
    public void Should_give_children_by_name_in_order_of_making()
    {
        var builder = new TreeBuilder("Patient", "Patient");
        var name = builder.Add(builder.Root, "name");
        builder.Add(name, "given", Value.Of("Anne"));
        builder.Add(builder.Root, "active", Value.Of(true));
        builder.Add(name, "family", Value.Of("Martin"));
        builder.Add(name, "given", Value.Of("Marie"));
        var document = builder.Build();

        var given = new List<Node>();
        document.AppendChildren(name, "given", given);
        var all = new List<Node>();
        document.AppendChildren(document.Root.Handle, all);

        Assert.That(given.Select(node => node.Value.Text), Is.EqualTo(new[] { "Anne", "Marie" }));
        Assert.That(all.Select(node => node.Name), Is.EqualTo(new[] { "name", "active" }));
        Assert.That(document.ParentOf(given[1].Handle).Handle, Is.EqualTo(name));
        Assert.That(document.ParentOf(0).IsNone, Is.True);
    }

    [Test]
    public void Should_tell_absent_cleared_and_valued_apart()
    {
        var builder = new TreeBuilder("root");
        var cleared = builder.Add(builder.Root, "a", Value.Of("x"));
        builder.Clear(cleared);
        var absent = builder.Add(builder.Root, "b");
        var document = builder.Build();

        Assert.That(document.StateOf(cleared), Is.EqualTo(NodeState.Cleared));
        Assert.That(document.ValueOf(cleared).IsNone, Is.True);
        Assert.That(document.StateOf(absent), Is.EqualTo(NodeState.Absent));
        Assert.That(document.StateOf(0), Is.EqualTo(NodeState.Valued));
    }

    [Test]
    public void Should_copy_a_node_with_all_below_it_and_its_place()
    {
        var origin = new TreeBuilder("Coding", "Coding", place: Place.InMessage("PID-8"));
        origin.Add(origin.Root, "code", Value.Of("F"), "code", Place.InMessage("PID-8.1"));

        var builder = new TreeBuilder("root");
        var copy = builder.Copy(builder.Root, "coding", origin.Build().Root);
        var document = builder.Build();

        var codes = new List<Node>();
        document.AppendChildren(copy, "code", codes);
        Assert.That(document.TypeOf(copy), Is.EqualTo("Coding"));
        Assert.That(codes.Single().Place.Path, Is.EqualTo("PID-8.1"));
    }
}
