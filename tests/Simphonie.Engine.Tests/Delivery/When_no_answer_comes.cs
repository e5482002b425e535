using Simphonie.Core.Channels;
using Simphonie.Core.Journal;
using Simphonie.Engine.Control;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Delivery;

public sealed class When_no_answer_comes
{
    [Test]
    public async Task Should_repeat_the_same_bytes_where_a_repeat_is_safe()
    {
        var attempts = 0;
        var back = new FakeEndpoint("back", repeatSafe: true) { Behaviour = (_, _) => new(++attempts == 1 ? FakeEndpoint.NoAnswer() : FakeEndpoint.Answer("ok=1")) };
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back"))], back);
        var message = (await hub.SendAsync("id=1")).MessageId;

        await hub.PassAsync(async () => (await hub.HandlingAsync(message)).State == HandlingState.Done, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), "delivered");

        Assert.That(back.Received, Has.Count.EqualTo(2));
        Assert.That(back.Received.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Should_stop_and_ask_a_human_where_it_is_not()
    {
        var back = new FakeEndpoint("back", repeatSafe: false) { Behaviour = (_, _) => new(FakeEndpoint.NoAnswer()) };
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back"))], back);
        var message = (await hub.SendAsync("id=1;key=A")).MessageId;
        var behind = (await hub.SendAsync("id=2;key=A")).MessageId;

        var handling = await hub.UntilHandlingAsync(message, HandlingState.Unknown);
        await hub.PassAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));

        Assert.That(back.Received, Has.Count.EqualTo(1));
        Assert.That((await hub.HandlingAsync(behind)).State, Is.EqualTo(HandlingState.Held));
        Assert.That((await hub.Reader.WorkItemsAsync(new(), default)).Single().Handling, Is.EqualTo(handling.Id));
        Assert.That((await hub.Reader.EventsAsync(message, default)).Single().Kind, Is.EqualTo("delivery-unknown"));

        back.Behaviour = (_, _) => new(FakeEndpoint.Answer("ok=1"));
        await hub.Engine.Commands.RetryAsync(new("c1", "tester"), handling.Id, default);
        await hub.UntilHandlingAsync(message, HandlingState.Done);
        await hub.UntilHandlingAsync(behind, HandlingState.Done);
    }

    [TestCase(true, HandlingState.Done)]
    [TestCase(false, HandlingState.Unknown)]
    public async Task Should_know_after_a_crash_what_may_have_arrived(bool repeatSafe, HandlingState expected)
    {
        var never = new TaskCompletionSource<DeliveryOutcome>();
        var first = new FakeEndpoint("back", repeatSafe) { Behaviour = (_, _) => new(never.Task) };
        var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back"))], first);
        var message = (await hub.SendAsync("id=1")).MessageId;
        await hub.UntilAsync(() => first.Received.Count == 1, "the attempt to have begun");
        await hub.KillAsync();

        var second = new FakeEndpoint("back", repeatSafe);
        await using var again = await TestHub.StartAsync(new TestHubOptions { Directory = hub.DataDirectory, Definitions = hub.Definitions, Time = hub.Time }, second);
        await again.UntilHandlingAsync(message, expected);

        Assert.That(second.Received.Select(one => one), repeatSafe ? Is.EqualTo(first.Received) : Is.Empty);
    }
}
