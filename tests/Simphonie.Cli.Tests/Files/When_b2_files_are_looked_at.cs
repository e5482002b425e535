using Simphonie.Cli.Tests.Running;

namespace Simphonie.Cli.Tests.Files;

public sealed class When_b2_files_are_looked_at
{
    private static readonly string s_sample = Path.Combine(Repository.Root, "samples", "b2", "emergency.b2");

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_find_nothing_wrong_with_the_sample(CancellationToken cancellationToken)
    {
        var run = await HubProcess.RunAsync(cancellationToken, "validate", s_sample);

        Assert.That((run.Status, run.Output.Trim()), Is.EqualTo((0, "")));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_find_a_planted_error_at_its_record_and_positions(CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(s_sample, cancellationToken);
        bytes[(8 * 130) + 41] = (byte)'9';
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "planted.b2");
        await File.WriteAllBytesAsync(path, bytes, cancellationToken);

        var run = await HubProcess.RunAsync(cancellationToken, "validate", path, "--json");

        Assert.That(run.Status, Is.EqualTo(1));
        Assert.That(run.Json.Select(finding => $"{finding.GetProperty("code").GetString()} {finding.GetProperty("path").GetString()}"), Is.EqualTo(new[] { "SIM2516 record 9, 42-49" }));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_show_lots_invoices_and_lines_with_the_labels_of_codes(CancellationToken cancellationToken)
    {
        var run = await HubProcess.RunAsync(cancellationToken, "parse", s_sample, "--json");

        Assert.That(run.Status, Is.Zero, run.Output);
        var rows = run.Json.Select(row => (Name: row.GetProperty("name").GetString()!.Trim(), Value: row.GetProperty("value").GetString(), Meaning: row.GetProperty("meaning").GetString())).ToList();
        Assert.That(rows.Count(row => row.Name == "lot"), Is.EqualTo(1));
        Assert.That(rows.Count(row => row.Name == "invoice"), Is.EqualTo(2));
        Assert.That(rows.Count(row => row.Name == "line"), Is.EqualTo(3));
        Assert.That(rows, Does.Contain(("natureAssurance", "10", "maladie")));
        Assert.That(rows, Does.Contain(("montantTotal", "30.00", (string?)null)));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_draw_a_record_under_a_ruler(CancellationToken cancellationToken)
    {
        var run = await HubProcess.RunAsync(cancellationToken, "parse", s_sample, "--explain", "13");

        Assert.That(run.Status, Is.Zero, run.Output);
        var lines = run.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines[0], Is.EqualTo("6 Fin de lot"));
        Assert.That(run.Output, Does.Contain("1234567890123456789012345678901234567890123456789012345678901234\n675000001000200050003002000006556000004595000001461007T"));
        Assert.That(run.Output, Does.Contain("\n|[-------][-][--][--][-][-------][-------][-------][-]||....[--"));
        Assert.That(run.Output, Does.Contain("= factures de test"));
    }

    [TestCase("15")]
    [TestCase("0")]
    [CancelAfter(60_000)]
    public async Task Should_say_that_there_is_no_such_record(string record, CancellationToken cancellationToken)
    {
        var run = await HubProcess.RunAsync(cancellationToken, "parse", s_sample, "--explain", record);

        Assert.That(run.Status, Is.EqualTo(1));
    }
}
