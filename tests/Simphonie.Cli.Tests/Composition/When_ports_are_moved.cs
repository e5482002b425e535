using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Simphonie.Cli.Commands;
using Simphonie.Cli.Composition;
using Simphonie.Cli.Demo;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Cli.Tests.Composition;

/// <summary>Every port of a <c>hub.yaml</c> is moved, wherever it stands and in whatever form, and nothing else is.</summary>
public sealed class When_ports_are_moved
{
    // Text before and after the port, under keys that carry addresses.
    private static readonly (string Key, string Before, string After)[] s_addresses =
    [
        ("listen", "127.0.0.1:", ""),
        ("listen", "[::1]:", ""),
        ("connect", "mail.exemple.fr:", ""),
        ("url", "http://127.0.0.1:", ""),
        ("url", "https://cdri.exemple.fr:", "/cdri"),
        ("url", "https://[2001:db8::2:443]:", "/r4/"),
        ("url", "ldap://annuaire.exemple.fr:", "/o=exemple?mail"),
        ("url", "http://127.0.0.1:", "?x=1:80/"),
    ];

    private static readonly (string Key, string Text)[] s_others =
    [
        ("url", "https://cdri.exemple.fr/cdri"), ("url", "https://[2001:db8::443]/r4"), ("timeout_seconds", "2575"), ("description", "listens on 127.0.0.1:2575"), ("path", "/a:80/b"), ("listen", "none"),
    ];

    [Test]
    public void Should_move_each_and_leave_all_else() => Prop.ForAll(Trees, Gen.Choose(-1000, 1000).ToArbitrary(), (tree, offset) =>
    {
        var findings = new DiagnosticBag();
        var moved = Texts(PortOffset.Apply(tree.Setting, offset, findings)).ToList();
        return findings.Count == 0 && moved.SequenceEqual(tree.Leaves.Select(leaf => leaf.Moved(offset)));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_come_back_by_the_same_way() => Prop.ForAll(Trees, Gen.Choose(-1000, 1000).ToArbitrary(), (tree, offset) =>
    {
        var findings = new DiagnosticBag();
        var there = PortOffset.Apply(tree.Setting, offset, findings);
        return Texts(PortOffset.Apply(there, -offset, findings)).SequenceEqual(Texts(tree.Setting));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_find_fault_with_each_port_that_would_be_none() => Prop.ForAll(Trees, Gen.Choose(-100_000, 100_000).ToArbitrary(), (tree, offset) =>
    {
        var findings = new DiagnosticBag();
        PortOffset.Apply(tree.Setting, offset, findings);
        var beyond = tree.Leaves.Where(leaf => leaf.Port is { } port && (port + offset < 1 || port + offset > 65_535)).Select(leaf => leaf.Line);
        return findings.All(finding => finding.Code == CommandCodes.PortOutOfRange) && findings.Select(finding => finding.Place.Line).SequenceEqual(beyond);
    }).QuickCheckThrowOnFailure();

    [TestCase(57_446)]
    [TestCase(-2575)]
    [TestCase(int.MaxValue - 9000)]
    public void Should_refuse_a_demonstration_that_has_no_room(int offset) =>
        Assert.That(() => new DemoPorts(offset).Check(), Throws.TypeOf<HubStartException>());

    [TestCase(57_445)]
    [TestCase(-2574)]
    public void Should_take_the_last_offset_that_leaves_room(int offset) => Assert.That(() => new DemoPorts(offset).Check(), Throws.Nothing);

    private sealed record Leaf(string Key, string Before, int? Port, string After, int Line)
    {
        public string Text => Moved(0);

        public string Moved(int offset) => Before + (Port + offset)?.ToString(CultureInfo.InvariantCulture) + After;
    }

    private static Gen<Leaf> Leaves { get; } = Gen.OneOf(
        from address in Gen.Elements(s_addresses)
        from port in Gen.Choose(1001, 64_535)
        select new Leaf(address.Key, address.Before, port, address.After, 0),
        Gen.Elements(s_others).Select(other => new Leaf(other.Key, other.Text, null, "", 0)));

    // Leaves in maps in lists in maps, as deep as there are leaves; each on a line of its own.
    private static Arbitrary<(Setting Setting, Leaf[] Leaves)> Trees { get; } = Leaves.NonEmptyListOf().Select(drawn =>
    {
        var leaves = drawn.Select((leaf, line) => leaf with { Line = line + 1 }).ToArray();
        Setting tree = new Setting.Map([], Place.Whole);
        foreach (var leaf in leaves.Reverse())
        {
            var scalar = new Setting.Scalar(leaf.Text, Place.InFile("hub.yaml", leaf.Line, 1));
            tree = leaf.Line % 3 == 0
                ? new Setting.List([new Setting.Map([KeyValuePair.Create<string, Setting>(leaf.Key, scalar)], Place.Whole), tree], Place.Whole)
                : new Setting.Map([KeyValuePair.Create<string, Setting>(leaf.Key, scalar), KeyValuePair.Create("inner", tree)], Place.Whole);
        }

        return (tree, leaves);
    }).ToArbitrary();

    private static IEnumerable<string> Texts(Setting setting) => setting switch
    {
        Setting.Map map => map.Entries.SelectMany(entry => Texts(entry.Value)),
        Setting.List list => list.Items.SelectMany(Texts),
        Setting.Scalar scalar => [scalar.Text],
        _ => [],
    };
}
