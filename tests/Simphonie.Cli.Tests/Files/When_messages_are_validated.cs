using Simphonie.Cli.Tests.Running;

namespace Simphonie.Cli.Tests.Files;

public sealed class When_messages_are_validated
{
    private static readonly string s_day = Path.Combine(Repository.Root, "samples", "demo", "day");

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_pass_an_admission(CancellationToken cancellationToken)
    {
        var run = await HubProcess.RunAsync(cancellationToken, "validate", Path.Combine(s_day, "01-admission-rights-open.er7"));

        Assert.That(run.Status, Is.Zero, run.Output);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_say_where_a_movement_is_shifted_by_one_field(CancellationToken cancellationToken)
    {
        var run = await HubProcess.RunAsync(cancellationToken, "validate", Path.Combine(s_day, "23-movement-shifted-by-one.er7"), "--json");

        Assert.That(run.Status, Is.EqualTo(1), run.Output);
        Assert.That(ErrorFields(run), Is.SupersetOf(new[] { "ZBE-4", "ZBE-5", "ZBE-9" }));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_pass_the_published_admissions(CancellationToken cancellationToken)
    {
        var run = await HubProcess.RunAsync(cancellationToken, ["validate", .. PublishedSamples.Admissions]);

        Assert.That(run.Status, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Not.Contain(": error "));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_find_the_shift_in_the_published_discharge(CancellationToken cancellationToken)
    {
        var run = await HubProcess.RunAsync(cancellationToken, "validate", PublishedSamples.Discharge, "--json");

        Assert.That(run.Status, Is.EqualTo(1), run.Output);
        Assert.That(ErrorFields(run), Is.EquivalentTo(new[] { "ZBE-3", "ZBE-4", "ZBE-5", "ZBE-9" }));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_say_that_a_file_is_not_there(CancellationToken cancellationToken)
    {
        var run = await HubProcess.RunAsync(cancellationToken, "validate", "/nowhere/message.er7");

        Assert.That(run.Status, Is.EqualTo(1), run.Output);
        Assert.That(run.Output, Does.Contain("SIM6001"));
    }

    /// <summary>The fields that errors are at, without their indexes: <c>ZBE[1]-4.1</c> is <c>ZBE-4</c>.</summary>
    private static IReadOnlyList<string> ErrorFields(CommandRun run) =>
    [
        .. run.Json.Where(finding => finding.GetProperty("severity").GetString() == "error")
            .Select(finding => finding.GetProperty("path").GetString()!.Split('.')[0].Replace("[1]", "", StringComparison.Ordinal))
            .Distinct(),
    ];
}
