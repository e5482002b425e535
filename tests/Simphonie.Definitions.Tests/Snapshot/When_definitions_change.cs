using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Snapshot;
using Simphonie.Definitions.Tests.Routes;

namespace Simphonie.Definitions.Tests.Snapshot;

public sealed class When_definitions_change
{
    private const string Route = RouteLint.Head + "steps:\n  - send: gap-return\n    document: message\n";

    private TemporaryFolder _folder = null!;
    private DefinitionStore _store = null!;

    [SetUp]
    public void Load()
    {
        _folder = new TemporaryFolder();
        _folder.Write("routes/r.route.yaml", Route);
        _store = new(new(Repository.Tools with { Site = Repository.Site }), [Path.Combine(_folder.Path, "routes"), Repository.PathOf("schemas")]);
        _store.Reload();
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void Should_swap_a_good_set_once()
    {
        var swaps = new List<string>();
        _store.Changed += s => swaps.Add(s.Revision);
        _folder.Write("routes/r.route.yaml", Route + "description: Other.\n");

        _store.Reload();
        _store.Reload();

        Assert.That(swaps, Is.EqualTo(new[] { _store.Current.Revision }));
        Assert.That(_store.Current.Routes.Single().Description, Is.EqualTo("Other."));
    }

    [Test]
    public void Should_keep_the_last_good_set_and_tell_why()
    {
        IReadOnlyList<Diagnostic> refused = [];
        _store.Refused += f => refused = f;
        var before = _store.Current;
        _folder.Write("routes/r.route.yaml", Route + "  - nonsense\n\t");

        _store.Reload();

        Assert.That(_store.Current, Is.SameAs(before));
        Assert.That(refused.Select(f => f.Code.Id), Has.Member("SIM1001"));
    }

    [Test]
    public void Should_refuse_to_publish_other_content_under_a_published_version()
    {
        var published = _store.Current;
        _folder.Write("routes/r.route.yaml", Route + "description: Other.\n");

        var load = _store.Publish(published.Entries);

        Assert.That(load.Findings.Select(f => f.Code.Id), Has.Member("SIM1453"));
        Assert.That(_store.Current, Is.SameAs(published));
    }

    [Test]
    public void Should_publish_a_new_version_and_roll_back_to_the_old_one()
    {
        var old = _store.Current;
        _folder.Write("routes/r2.route.yaml", Route.Replace("version: 1", "version: 2", StringComparison.Ordinal).Replace("2026-01-01", "2027-01-01", StringComparison.Ordinal));

        var load = _store.Publish(old.Entries);
        var published = _store.Current.Revision;
        _store.Activate(old.Revision, old.Content);

        Assert.That(load.Snapshot, Is.Not.Null);
        Assert.That(published, Is.Not.EqualTo(old.Revision));
        Assert.That(_store.Current.Revision, Is.EqualTo(old.Revision));
    }

    [Test]
    public void Should_reload_when_the_files_have_been_quiet()
    {
        var time = new ManualTime();
        using var watcher = new DefinitionWatcher(_store, [], time);
        _folder.Write("routes/r.route.yaml", Route + "description: Other.\n");

        watcher.Touch();
        time.Advance(TimeSpan.FromMilliseconds(200));
        watcher.Touch();
        time.Advance(TimeSpan.FromMilliseconds(200));
        var early = _store.Current.Routes.Single().Description;
        time.Advance(TimeSpan.FromMilliseconds(200));

        Assert.That(early, Is.Null);
        Assert.That(_store.Current.Routes.Single().Description, Is.EqualTo("Other."));
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task Should_notice_a_file_that_is_written(CancellationToken cancellationToken)
    {
        var swapped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _store.Changed += _ => swapped.TrySetResult();
        using var watcher = new DefinitionWatcher(_store, [_folder.Path], TimeProvider.System, TimeSpan.FromMilliseconds(20));

        _folder.Write("routes/r.route.yaml", Route + "description: Other.\n");
        await swapped.Task.WaitAsync(cancellationToken);

        Assert.That(_store.Current.Routes.Single().Description, Is.EqualTo("Other."));
    }
}
