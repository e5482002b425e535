using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Journal;

namespace Simphonie.Cli.Tests.Commands;

public sealed class When_a_handling_is_dead
{
    [Test]
    [CancelAfter(90_000)]
    public async Task Should_be_listed_by_its_cause(CancellationToken cancellationToken)
    {
        var dead = await DeadAsync("DEAD1", cancellationToken);

        var groups = (await SharedHub.Site.RunAsync(cancellationToken, "deadletters", "list", "--json")).Json;

        var group = groups.Single(one => one.GetProperty("endpoint").GetString() == "refusing");
        Assert.That(group.GetProperty("cause").GetString(), Is.EqualTo(dead.CauseCode));
        Assert.That(group.GetProperty("count").GetInt64(), Is.GreaterThanOrEqualTo(1));
    }

    [TestCase("DEAD2", false)]
    [TestCase("DEAD5", true)]
    [CancelAfter(90_000)]
    public async Task Should_be_sent_again_by_a_retry(string name, bool current, CancellationToken cancellationToken)
    {
        var dead = await DeadAsync(name, cancellationToken);
        string[] retry = ["deadletters", "retry", $"{dead.Id}"];

        var run = await SharedHub.Site.CommandAsync(cancellationToken, current ? [.. retry, "--current"] : retry);

        Assert.That(run.Status, Is.Zero, run.Output);
        await SharedHub.Refusing.WaitUntilAsync(all => all.Count(message => message.Contains($"|{name}|", StringComparison.Ordinal)) == 2, cancellationToken);
    }

    [Test]
    [CancelAfter(90_000)]
    public async Task Should_let_its_key_go_on_when_released(CancellationToken cancellationToken)
    {
        var dead = await DeadAsync("DEAD3", cancellationToken);
        await SharedHub.Site.SendAsync(Hl7Text.Movement("A03", "DEAD3B", "DEAD3"), cancellationToken);
        await SharedHub.Site.HandlingAsync("DEAD3B", HandlingState.Held, cancellationToken);

        var run = await SharedHub.Site.CommandAsync(cancellationToken, "deadletters", "release", $"{dead.Id}");

        Assert.That(run.Status, Is.Zero, run.Output);
        await SharedHub.Site.HandlingAsync("DEAD3B", HandlingState.Dead, cancellationToken);
    }

    [Test]
    [CancelAfter(90_000)]
    public async Task Should_be_discarded_once_with_a_reason(CancellationToken cancellationToken)
    {
        var dead = await DeadAsync("DEAD4", cancellationToken);
        string[] discard = ["deadletters", "discard", $"{dead.Id}", "--why", "a test", "--id", "discard-DEAD4", "--json"];

        var first = await SharedHub.Site.CommandAsync(cancellationToken, discard);
        var again = await SharedHub.Site.CommandAsync(cancellationToken, discard);
        var late = await SharedHub.Site.CommandAsync(cancellationToken, "deadletters", "retry", $"{dead.Id}");

        Assert.That((first.Status, again.Status, late.Status), Is.EqualTo((0, 0, 1)), first.Output + again.Output + late.Output);
        Assert.That(again.Json.Single().GetProperty("outcome").GetString(), Is.EqualTo("repeated"));
        await SharedHub.Site.HandlingAsync("DEAD4", HandlingState.Discarded, cancellationToken);
    }

    private static async Task<HandlingRecord> DeadAsync(string name, CancellationToken cancellationToken)
    {
        await SharedHub.Site.SendAsync(Hl7Text.Movement("A03", name, name), cancellationToken);
        return await SharedHub.Site.HandlingAsync(name, HandlingState.Dead, cancellationToken);
    }
}
