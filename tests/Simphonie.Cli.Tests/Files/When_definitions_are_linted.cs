using Simphonie.Cli.Tests.Running;

namespace Simphonie.Cli.Tests.Files;

public sealed class When_definitions_are_linted
{
    [TestCase("  - teleport: gap-return", 9, 5, TestName = "Rejects_an_unknown_step")]
    [TestCase("  - filter: PID-99 = 'X'", 9, 13, TestName = "Rejects_an_unknown_path")]
    [TestCase("  - filter: \"PID-5 = (\"", 9, 23, TestName = "Rejects_an_expression_that_cannot_be_read")]
    [TestCase("  - send: nowhere\n    document: message", 9, 11, TestName = "Rejects_an_unknown_endpoint")]
    [TestCase("  - send: [gap-return", 0, 0, TestName = "Rejects_bad_YAML")]
    [CancelAfter(60_000)]
    public async Task Route(string steps, int line, int column)
    {
        await using var site = new TestSite(new Dictionary<string, int> { ["gap-return"] = 2576 });
        site.WriteRoute("broken", "A02", steps);

        var run = await HubProcess.RunAsync(CancellationToken.None, "lint", site.Config);

        Assert.That(run.Status, Is.EqualTo(1), run.Output);
        Assert.That(run.Output, line == 0
            ? Does.Match("broken\\.route\\.yaml\\(\\d+,\\d+\\): error SIM1\\d{3}: .+")
            : Does.Match($"broken\\.route\\.yaml\\({line},{column}\\): error SIM1\\d{{3}}: .+"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_print_all_findings_as_one_array(CancellationToken cancellationToken)
    {
        await using var site = new TestSite(new Dictionary<string, int> { ["gap-return"] = 2576 });
        site.WriteRoute("broken", "A02", "  - teleport: gap-return\n  - send: nowhere\n    document: message");

        var run = await HubProcess.RunAsync(cancellationToken, "lint", site.Config, "--json");

        Assert.That(run.Status, Is.EqualTo(1), run.Output);
        Assert.That(run.Json.Count(finding => finding.GetProperty("severity").GetString() == "error"), Is.GreaterThanOrEqualTo(2));
        Assert.That(run.Json.Select(finding => finding.GetProperty("line").GetInt32()), Does.Contain(9).And.Contain(10));
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task Should_find_nothing_in_the_demonstration(CancellationToken cancellationToken)
    {
        var run = await HubProcess.RunAsync(cancellationToken, "lint", "--config", Path.Combine(Repository.Root, "samples", "demo", "hub.yaml"));

        Assert.That(run.Status, Is.Zero, run.Output);
    }
}
