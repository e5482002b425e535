using System.Text;
using Simphonie.Core.Journal;
using Simphonie.Engine.Control;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Control;

public sealed class When_something_is_sent_again
{
    [Test]
    public async Task Should_reach_one_endpoint_only_with_the_frozen_bytes()
    {
        var one = new FakeEndpoint("one");
        var two = new FakeEndpoint("two");
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("one"), Routes.Send("two"))], one, two);
        await hub.SendAsync("id=1");
        var done = await hub.UntilHandlingAsync(1, HandlingState.Done);

        await hub.Engine.Commands.ResendAsync(new("c1", "tester"), new(done.Id, 0, 0), default);
        await hub.Engine.Commands.ResendAsync(new("c1", "tester"), new(done.Id, 0, 0), default);
        await hub.UntilAsync(async () => (await hub.Reader.DeliveriesOfAsync(done.Id, default)).All(delivery => delivery.State == DeliveryState.Delivered), "resent");

        Assert.That(one.Received, Has.Count.EqualTo(2));
        Assert.That(one.Received[0], Is.EqualTo(one.Received[1]));
        Assert.That(two.Received, Has.Count.EqualTo(1));
        Assert.That((await hub.HandlingAsync(1)).State, Is.EqualTo(HandlingState.Done));
    }

    [Test]
    public async Task Should_handle_an_edited_copy_once_and_link_it_to_its_original()
    {
        var back = new FakeEndpoint("back");
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back"))], back);
        await hub.SendAsync("id=1;x=wrong");
        await hub.UntilHandlingAsync(1, HandlingState.Done);

        var first = await hub.Engine.Commands.EditAndResendAsync(new("c1", "tester"), 1, Encoding.UTF8.GetBytes("id=1;x=right"), default);
        var again = await hub.Engine.Commands.EditAndResendAsync(new("c1", "tester"), 1, Encoding.UTF8.GetBytes("id=1;x=right"), default);
        await hub.UntilHandlingAsync(first.Id, HandlingState.Done);
        await hub.QuietAsync();

        Assert.That(again.Outcome, Is.EqualTo(CommandOutcome.Repeated));
        Assert.That(back.Texts, Is.EqualTo(new[] { "id=1;x=wrong", "id=1;x=right" }));
        var copy = await hub.Reader.MessageAsync(first.Id, default);
        Assert.That((copy!.Origin, copy.OriginKind), Is.EqualTo(((long?)1, "edited")));
    }
}
