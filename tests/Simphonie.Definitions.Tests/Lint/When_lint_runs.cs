using Simphonie.Definitions.Lint;
using Simphonie.Definitions.Tests.Hub;
using Simphonie.Definitions.Tests.Routes;

namespace Simphonie.Definitions.Tests.Lint;

public sealed class When_lint_runs
{
    private const string Route = RouteLint.Head + "steps:\n  - send: gap-return\n    document: message\n  - send: nowhere\n    document: message\n";

    [Test]
    public void Should_check_hub_yaml_and_the_definitions_that_it_names()
    {
        using var folder = new TemporaryFolder();
        var hub = folder.Write("hub.yaml", HubText.Good.Replace("from: [.]", $"from: [routes, \"{Repository.PathOf("schemas")}\"]", StringComparison.Ordinal) + "\n    tls: {password: \"${env:NOT_SET}\"}\n    speed: 3\n");
        folder.Write("routes/r.route.yaml", Route);
        folder.Write("routes/r.test.yaml", "tests:\n  - name: t\n    message: cases/none.er7\n    expect: [{state: done}]\n");

        var findings = DefinitionLint.Run([], hub, [new FakeKind("wire")], Repository.Tools);

        Assert.That(findings.Select(f => (Path.GetFileName(f.Place.File), f.Code.Id)), Has.Member(("hub.yaml", "SIM1010")));
    }

    [Test]
    public void Should_check_names_against_the_site_and_tests_against_their_files()
    {
        using var folder = new TemporaryFolder();
        var hub = folder.Write("hub.yaml", HubText.Good);
        folder.Write("routes/r.route.yaml", Route);
        folder.Write("routes/r.test.yaml", "tests:\n  - name: t\n    message: cases/none.er7\n    expect: [{state: done}]\n");

        var findings = DefinitionLint.Run([Path.Combine(folder.Path, "routes"), Repository.PathOf("schemas")], hub, [new FakeKind("wire")], Repository.Tools);

        Assert.That(findings.Select(f => (Path.GetFileName(f.Place.File), f.Place.Line, f.Code.Id)), Is.EqualTo(new[] { ("r.route.yaml", 10, "SIM1103"), ("r.test.yaml", 3, "SIM1402") }));
    }

    [Test]
    public void Should_leave_names_of_the_site_alone_without_one()
    {
        using var folder = new TemporaryFolder();
        folder.Write("routes/r.route.yaml", Route);
        folder.Write("routes/r.test.yaml", "tests: []\n");

        Assert.That(DefinitionLint.Run([Path.Combine(folder.Path, "routes"), Repository.PathOf("schemas")], null, [], Repository.Tools), Is.Empty);
    }
}
