using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Snapshot;
using Simphonie.Definitions.Testing;

namespace Simphonie.Definitions.Tests.Lint;

public sealed class When_shipped_definitions_are_checked
{
    private static readonly DefinitionLoad s_load = new DefinitionLoader(Repository.Tools with { Site = Repository.Site })
        .Load([Repository.PathOf("routes"), Repository.PathOf("mappings"), Repository.PathOf("schemas")]);

    [Test]
    public void Should_find_nothing() => Assert.That(s_load.Findings, Is.Empty);

    [Test]
    public void Should_read_every_test_beside_them()
    {
        var findings = new DiagnosticBag();

        var tests = TestFileReader.Read(s_load.Set, findings);

        Assert.That(findings, Is.Empty);
        Assert.That(tests.OfType<RouteTest>().Select(t => t.Target.Name).Distinct(StringComparer.Ordinal), Is.EquivalentTo(s_load.Snapshot!.Routes.Select(r => r.Name).Distinct(StringComparer.Ordinal)));
    }

    [Test]
    public void Should_have_the_roads_of_the_rights_service_and_of_identities() =>
        Assert.That(s_load.Snapshot!.Routes.Select(r => r.Name), Is.SupersetOf(new[] { "cdri-at-admission", "cdri-interactive", "identity-changes" }));
}
