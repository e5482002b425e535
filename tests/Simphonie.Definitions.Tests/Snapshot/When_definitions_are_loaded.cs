using Simphonie.Definitions.Snapshot;
using Simphonie.Definitions.Tests.Routes;

namespace Simphonie.Definitions.Tests.Snapshot;

public sealed class When_definitions_are_loaded
{
    private const string Route = RouteLint.Head + "steps:\n  - send: gap-return\n    document: message\n";

    private readonly DefinitionLoader _loader = new(Repository.Tools with { Site = Repository.Site });

    [Test]
    public void Should_give_the_same_revision_and_content_for_the_same_files_elsewhere()
    {
        using var one = Folder(Route);
        using var other = Folder(Route);

        var first = Load(one);
        var second = Load(other);

        Assert.That(second.Revision, Is.EqualTo(first.Revision).And.Length.EqualTo(64));
        Assert.That(second.Content.ToArray(), Is.EqualTo(first.Content.ToArray()));
    }

    [Test]
    public void Should_change_the_revision_with_one_letter_but_not_with_a_test()
    {
        using var folder = Folder(Route);
        var first = Load(folder).Revision;

        folder.Write("routes/r.test.yaml", "route: r\n\ntests: []\n");
        var withOtherTest = Load(folder).Revision;
        folder.Write("routes/r.route.yaml", Route + "description: Other.\n");
        var withOtherRoute = Load(folder).Revision;

        Assert.That(withOtherTest, Is.EqualTo(first));
        Assert.That(withOtherRoute, Is.Not.EqualTo(first));
    }

    [Test]
    public void Should_compile_a_revision_again_from_its_content()
    {
        using var folder = Folder(Route);
        var snapshot = Load(folder);

        var again = _loader.Compile(snapshot.Revision, snapshot.Content);

        Assert.That(again.Revision, Is.EqualTo(snapshot.Revision));
        Assert.That(again.Routes.Single().Name, Is.EqualTo("r"));
        Assert.That(again.Schemas.All, Has.Count.EqualTo(snapshot.Schemas.All.Count));
    }

    [Test]
    public void Should_compile_an_older_revision_whose_endpoint_is_gone()
    {
        using var folder = Folder(Route);
        var snapshot = Load(folder);
        var smaller = new DefinitionLoader(Repository.Tools with { Site = Repository.Site with { Endpoints = new Dictionary<string, Core.Channels.EndpointShape?>(StringComparer.Ordinal) } });

        Assert.That(smaller.Compile(snapshot.Revision, snapshot.Content).Routes, Has.Count.EqualTo(1));
    }

    [Test]
    public void Should_refuse_content_of_another_revision()
    {
        using var folder = Folder(Route);
        var snapshot = Load(folder);

        Assert.That(() => _loader.Compile(new string('0', 64), snapshot.Content), Throws.TypeOf<DefinitionException>());
        Assert.That(() => _loader.Compile(snapshot.Revision, new byte[] { 1, 2, 3 }), Throws.TypeOf<DefinitionException>());
    }

    [Test]
    public void Should_group_the_versions_of_a_route_latest_first()
    {
        using var folder = Folder(Route);
        folder.Write("routes/r2.route.yaml", Route.Replace("version: 1", "version: 2", StringComparison.Ordinal).Replace("2026-01-01", "2027-01-01", StringComparison.Ordinal));

        var groups = Load(folder).RoutesFrom("gap-adt");

        Assert.That(groups.Single().Select(r => r.Version), Is.EqualTo(new[] { 2, 1 }));
        Assert.That(Load(folder).RoutesFrom("other"), Is.Empty);
    }

    [Test]
    public void Should_report_a_folder_that_does_not_exist()
    {
        Assert.That(_loader.Load(["/no/such/folder"]).Findings.Single().Code, Is.EqualTo(SnapshotCodes.Unreadable));
    }

    private static TemporaryFolder Folder(string route)
    {
        var folder = new TemporaryFolder();
        folder.Write("routes/r.route.yaml", route);
        folder.Write("routes/r.test.yaml", "route: r\ntests: []\n");
        return folder;
    }

    private DefinitionSnapshot Load(TemporaryFolder folder)
    {
        var load = _loader.Load([Path.Combine(folder.Path, "routes"), Repository.PathOf("schemas")]);
        Assert.That(load.Snapshot, Is.Not.Null, string.Join('\n', load.Findings));
        return load.Snapshot!;
    }
}
