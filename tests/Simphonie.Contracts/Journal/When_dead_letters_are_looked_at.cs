using NUnit.Framework;
using Simphonie.Core.Journal;

namespace Simphonie.Contracts.Journal;

public abstract class When_dead_letters_are_looked_at<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    [Test]
    public async Task Should_group_them_by_cause_place_and_endpoint()
    {
        var first = await DeadAsync("a", "SIM4202", "cdri", DeliveryState.Dead);
        var second = await DeadAsync("b", "SIM4202", "cdri", DeliveryState.Dead);
        var step = await HandleAsync("c");
        await CommitAsync(new JournalWrite.UpdateHandling(step.Id, 0, HandlingState.Dead, 0, Given.Now, "SIM4103", "2 map", "the mapping failed."));
        var unknown = await DeadAsync("d", "SIM4203", "gap-return", DeliveryState.Unknown, HandlingState.Unknown);
        await HandleAsync("e");

        var groups = await Journal.Reader.DeadLetterGroupsAsync(None);

        Assert.That(
            groups.Select(group => (group.CauseCode, group.CausePlace, group.Endpoint, group.Count)),
            Is.EquivalentTo(new (string, string?, string?, long)[] { ("SIM4202", null, "cdri", 2), ("SIM4103", "2 map", null, 1), ("SIM4203", null, "gap-return", 1) }));
        Assert.That(groups[0].Sample, Is.EqualTo(new[] { second, first }), "the largest group comes first, its newest letter too");
        Assert.That(groups.Single(group => group.CauseCode == "SIM4203").Sample, Is.EqualTo(new[] { unknown }));
        Assert.That((await Journal.Reader.HandlingsInAsync(HandlingState.Dead, first, 10, None)).Select(handling => handling.Id), Is.EqualTo(new[] { second, step.Id }));
    }

    [Test]
    public async Task Should_show_released_ones_on_request()
    {
        await DeadAsync("a", "SIM4202", "cdri", DeliveryState.Dead);
        var released = await DeadAsync("b", "SIM4202", "cdri", DeliveryState.Dead, HandlingState.Released);

        var asked = await Journal.Reader.DeadLetterGroupsAsync(None, released: true);

        Assert.That((await Journal.Reader.DeadLetterGroupsAsync(None)).Select(group => group.Count), Is.EqualTo(new[] { 1L }));
        Assert.That(asked.Select(group => (group.CauseCode, group.Count, group.Released)), Is.EqualTo(new (string, long, DateTimeOffset?)[] { ("SIM4202", 1, null), ("SIM4202", 1, Given.Now) }));
        Assert.That(asked[1].Sample, Is.EqualTo(new[] { released }));
    }

    [Test]
    public async Task Should_count_the_pending_deliveries_of_each_endpoint()
    {
        var handling = await HandleAsync("a");
        await CommitAsync(
            new JournalWrite.InsertDelivery(Given.Delivery(new(handling.Id, 0, 0), "cdri")),
            new JournalWrite.InsertDelivery(Given.Delivery(new(handling.Id, 0, 1), "cdri")),
            new JournalWrite.InsertDelivery(Given.Delivery(new(handling.Id, 0, 2), "gap-return") with { State = DeliveryState.Delivered }));

        Assert.That(await Journal.Reader.PendingByEndpointAsync(None), Is.EqualTo(new[] { new PendingEndpoint("cdri", 2) }));
    }

    [Test]
    public async Task Should_count_what_is_open()
    {
        await DeadAsync("a", "SIM4202", "cdri", DeliveryState.Dead);
        await DeadAsync("b", "SIM4203", "cdri", DeliveryState.Unknown, HandlingState.Unknown);
        await HandleAsync("a");
        var waiting = await HandleAsync("c");
        await CommitAsync(
            new JournalWrite.UpdateHandling(waiting.Id, 0, HandlingState.Waiting, 1, Given.Now),
            new JournalWrite.InsertDelivery(Given.Delivery(new(waiting.Id, 0, 0))));
        var done = await HandleAsync("d");
        await CommitAsync(new JournalWrite.UpdateHandling(done.Id, 0, HandlingState.Done, 1, Given.Now));

        Assert.That(
            await Journal.Reader.FiguresAsync(None),
            Is.EqualTo(new JournalFigures(Messages: 5, Unsequenced: 5, Ready: 0, Held: 1, Waiting: 1, Dead: 1, Unknown: 1, OpenWorkItems: 0, PendingDeliveries: 1)));
    }

    private async Task<long> DeadAsync(string key, string cause, string endpoint, DeliveryState delivery, HandlingState state = HandlingState.Dead)
    {
        var handling = await HandleAsync(key);
        await CommitAsync(
            new JournalWrite.InsertDelivery(Given.Delivery(new(handling.Id, 0, 0), endpoint)),
            new JournalWrite.UpdateDelivery(new(handling.Id, 0, 0), delivery, null, 8, Given.Now, cause),
            new JournalWrite.UpdateHandling(handling.Id, 0, state, 1, Given.Now, cause));
        return handling.Id;
    }
}
