using Simphonie.Cli.Tests.Running;

namespace Simphonie.Cli.Tests.BadInput;

public sealed class When_the_disk_is_nearly_full
{
    [Test]
    [CancelAfter(60_000)]
    public async Task Should_ask_the_sender_to_come_again_and_keep_nothing(CancellationToken cancellationToken)
    {
        await using var site = new TestSite(new Dictionary<string, int>(), settings: "disk: {low_megabytes: 2000000000, lower_megabytes: 2, reserve_megabytes: 1}");
        await site.StartAsync(cancellationToken);

        var answer = await site.SendAsync(Hl7Text.Movement("A02", "FULL", "D1"), cancellationToken);

        Assert.That((Hl7Text.CodeOf(answer), Hl7Text.AnsweredOf(answer)), Is.EqualTo(("AE", "FULL")));
        Assert.That(Hl7Text.ErrorsOf(answer), Does.Contain("207"));
        Assert.That(answer, Does.Contain("SIM4004"));
        Assert.That((await site.RunAsync(cancellationToken, "messages", "list", "--json")).Json, Is.Empty);
    }
}
