using Simphonie.Cli.Tests.Running;

namespace Simphonie.Cli.Tests.Files;

public sealed class When_a_return_is_shown
{
    private static readonly string s_return = Path.Combine(Repository.Root, "mappings", "fides", "cases", "two-lots.noemie");

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_show_payments_and_rejections_with_labels(CancellationToken cancellationToken)
    {
        var run = await HubProcess.RunAsync(cancellationToken, "parse", s_return);

        Assert.That(run.Status, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Match("VIREMENT 0001 .* 2026-03-14 .* 100\\.00"));
        Assert.That(run.Output, Does.Match("Part AMO .* 260000002 001A00 .* Rejeté .* 50\\.00"));
        Assert.That(run.Output, Does.Match("Ligne rejet .* 0042 .* Facture .* DROITS FERMES .* entity 14 \\(294\\)"));
        Assert.That(run.Output, Does.Match("Indu sur prestations .* -15\\.00"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_show_every_node_on_request(CancellationToken cancellationToken)
    {
        var run = await HubProcess.RunAsync(cancellationToken, "parse", s_return, "--tree");

        Assert.That(run.Output, Does.Match("blockLength .* entity 1 \\(000\\), 83-85 .* 82 .* 128"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_draw_one_entity_under_a_ruler(CancellationToken cancellationToken)
    {
        var run = await HubProcess.RunAsync(cancellationToken, "parse", s_return, "--explain", "9");

        Assert.That(run.Status, Is.Zero, run.Output);
        Assert.That(run.Output.ReplaceLineEndings("\n"), Does.Contain("         1         2\n123456789012345678901234\n1980500007000P00007000P@\n"));
        Assert.That(run.Output, Does.Match("14 +state +P .*= Payé"));
    }

    [TestCase("0")]
    [TestCase("30")]
    [CancelAfter(60_000)]
    public async Task Should_say_that_there_is_no_such_entity(string number, CancellationToken cancellationToken)
    {
        var run = await HubProcess.RunAsync(cancellationToken, "parse", s_return, "--explain", number);

        Assert.That(run.Status, Is.EqualTo(1), run.Output);
        Assert.That(run.Output, Does.Contain("SIM6004"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_name_entity_positions_and_field_of_a_wrong_total(CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{TestContext.CurrentContext.Test.ID}.noemie");
        try
        {
            var text = await File.ReadAllTextAsync(s_return, cancellationToken);
            await File.WriteAllTextAsync(path, text.Replace("P00007000P@", "P00007001P@", StringComparison.Ordinal), cancellationToken);

            var run = await HubProcess.RunAsync(cancellationToken, "validate", path);

            Assert.That(run.Status, Is.EqualTo(1), run.Output);
            Assert.That(run.Output, Does.Contain($"{path}: entity 16 (990), 31-41: error SIM2631"));
            Assert.That(run.Output, Does.Contain("entity 29 (999), 86-96: error SIM2636"));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
