using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Journal;

namespace Simphonie.Cli.Tests.Commands;

/// <summary>Why a message is where it is, as <c>messages show</c> says it.</summary>
public sealed class When_a_message_waits
{
    [Test]
    [CancelAfter(90_000)]
    public async Task Should_say_when_it_is_tried_again(CancellationToken cancellationToken)
    {
        await SharedHub.Site.SendAsync(Hl7Text.Movement("A11", "WAIT1", "WAITD"), cancellationToken);
        var handling = await AttemptedAsync("WAIT1", cancellationToken);

        Assert.That(await ShowAsync(handling.Message, cancellationToken), Does.Match("It waits for a retry at \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ, after 1 attempts at absent"));
    }

    [Test]
    [CancelAfter(90_000)]
    public async Task Should_name_the_message_that_it_waits_behind(CancellationToken cancellationToken)
    {
        await SharedHub.Site.SendAsync(Hl7Text.Movement("A11", "HOLD1", "HOLDD"), cancellationToken);
        await SharedHub.Site.SendAsync(Hl7Text.Movement("A11", "HOLD2", "HOLDD"), cancellationToken);
        var before = await SharedHub.Site.HandlingAsync("HOLD1", HandlingState.Waiting, cancellationToken);
        var held = await SharedHub.Site.HandlingAsync("HOLD2", HandlingState.Held, cancellationToken);

        Assert.That(await ShowAsync(held.Message, cancellationToken), Does.Contain($"It waits behind handling {before.Id} of message {before.Message}, of the same key"));
    }

    [Test]
    [CancelAfter(90_000)]
    public async Task Should_say_since_when_the_endpoint_is_down(CancellationToken cancellationToken)
    {
        foreach (var number in Enumerable.Range(1, 4))
        {
            await SharedHub.Site.SendAsync(Hl7Text.Movement("A12", $"OPEN{number}", $"OPEN{number}"), cancellationToken);
        }

        await AttemptedAsync("OPEN1", cancellationToken);
        await AttemptedAsync("OPEN2", cancellationToken);
        await AttemptedAsync("OPEN3", cancellationToken);
        var handling = await SharedHub.Site.HandlingAsync("OPEN4", HandlingState.Waiting, cancellationToken);

        Assert.That(await ShowAsync(handling.Message, cancellationToken), Does.Match("The endpoint broken has been down since \\d{4}-.*; it is tried again at \\d{4}-"));
    }

    private static async Task<string> ShowAsync(long message, CancellationToken cancellationToken) =>
        (await SharedHub.Site.RunAsync(cancellationToken, "messages", "show", $"{message}")).Output;

    /// <summary>The handling once its delivery was tried and put off.</summary>
    private static async Task<HandlingRecord> AttemptedAsync(string controlId, CancellationToken cancellationToken)
    {
        var handling = await SharedHub.Site.HandlingAsync(controlId, HandlingState.Waiting, cancellationToken);
        await SharedHub.Site.WaitForAsync(
            async (journal, token) => (await journal.DeliveriesOfAsync(handling.Id, token)).FirstOrDefault(delivery => delivery is { State: DeliveryState.Pending, CauseCode: not null }),
            cancellationToken);
        return handling;
    }
}
