using NUnit.Framework;
using Simphonie.Core.Journal;

namespace Simphonie.Contracts.Journal;

public abstract class When_deliveries_wait<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    [Test]
    public async Task Should_offer_those_that_are_due_oldest_first_without_their_bytes()
    {
        var handling = await HandleAsync();
        await CommitAsync(
            new JournalWrite.InsertDelivery(Given.Delivery(new(handling.Id, 0, 0), nextAt: Given.Now.AddSeconds(2))),
            new JournalWrite.InsertDelivery(Given.Delivery(new(handling.Id, 0, 1), nextAt: Given.Now.AddSeconds(1))),
            new JournalWrite.InsertDelivery(Given.Delivery(new(handling.Id, 0, 2), nextAt: Given.Now.AddSeconds(9))),
            new JournalWrite.InsertDelivery(Given.Delivery(new(handling.Id, 0, 3), endpoint: "other")));

        var due = await Journal.Reader.DueAsync("cdri", Given.Now.AddSeconds(2), 10, None);

        Assert.That(due.Select(delivery => delivery.Key.Ordinal), Is.EqualTo(new[] { 1, 0 }));
        Assert.That(due.Select(delivery => delivery.Body), Is.All.Null);
        Assert.That(await Journal.Reader.DueAsync("cdri", Given.Now.AddSeconds(2), 1, None), Has.Count.EqualTo(1));
        Assert.That(await Journal.Reader.NextDueAsync("cdri", Given.Now, None), Is.EqualTo(Given.Now.AddSeconds(1)));
        Assert.That(await Journal.Reader.NextDueAsync("cdri", Given.Now.AddSeconds(1), None), Is.EqualTo(Given.Now.AddSeconds(2)), "one that is due and under way does not hide the next");
        Assert.That(await Journal.Reader.NextDueAsync("nowhere", Given.Now, None), Is.Null);
    }

    [Test]
    public async Task Should_keep_the_same_bytes_through_every_retry()
    {
        var key = await DeliverAsync();
        await CommitAsync(
            new JournalWrite.InsertAttempt(new(key, 1, Given.Now, 1500, "unavailable", "SIM4201", "the peer is away.")),
            new JournalWrite.UpdateDelivery(key, DeliveryState.Pending, Given.Now.AddSeconds(4), 1, Given.Now, "SIM4201", "cdri", "the peer is away."));

        var waiting = (await Journal.Reader.DeliveryAsync(key, None))!;

        using var lease = waiting.Body!.Lease();
        Assert.That(lease.Memory.ToArray(), Is.EqualTo("<request/>"u8.ToArray()));
        Assert.That((waiting.NextAt, waiting.Attempts, waiting.CauseCode, waiting.CausePlace, waiting.EndedAt), Is.EqualTo(((DateTimeOffset?)Given.Now.AddSeconds(4), 1, "SIM4201", "cdri", (DateTimeOffset?)null)));
        Assert.That(await Journal.Reader.AttemptsAsync(key, None), Is.EqualTo(new[] { new AttemptRecord(key, 1, Given.Now, 1500, "unavailable", "SIM4201", "the peer is away.") }));
    }

    [Test]
    public async Task Should_end_with_the_last_answer()
    {
        var key = await DeliverAsync();
        await CommitAsync(new JournalWrite.UpdateDelivery(key, DeliveryState.Pending, Given.Now, 1, Given.Now, Answer: Given.Bytes("busy")));
        await CommitAsync(new JournalWrite.UpdateDelivery(key, DeliveryState.Delivered, Given.Now, 2, Given.Now.AddSeconds(1), Answer: Given.Bytes("<answer/>")));

        var delivered = (await Journal.Reader.DeliveriesOfAsync(key.Handling, None)).Single();

        using var lease = delivered.Answer!.Lease();
        Assert.That(lease.Memory.ToArray(), Is.EqualTo("<answer/>"u8.ToArray()));
        Assert.That((delivered.NextAt, delivered.EndedAt), Is.EqualTo(((DateTimeOffset?)null, (DateTimeOffset?)Given.Now.AddSeconds(1))));
        Assert.That(await Journal.Reader.NextDueAsync("cdri", Given.Now, None), Is.Null);
    }

    [Test]
    public async Task Should_tell_those_that_a_crash_interrupted()
    {
        var key = await DeliverAsync();
        await CommitAsync(new JournalWrite.UpdateDelivery(key, DeliveryState.Sending, null, 1, Given.Now));
        await ReopenAsync();

        Assert.That((await Journal.Reader.InterruptedAsync(10, None)).Select(delivery => delivery.Key), Is.EqualTo(new[] { key }));
    }

    [Test]
    public async Task Should_be_due_again_when_reopened()
    {
        var key = await DeliverAsync();
        await CommitAsync(new JournalWrite.UpdateDelivery(key, DeliveryState.Dead, null, 8, Given.Now, "SIM4202"));

        Assert.That(await CommitAsync(new JournalWrite.ReopenDelivery(key, Given.Now.AddSeconds(1))), Is.EqualTo(CommitKind.Committed));

        Assert.That((await Journal.Reader.DueAsync("cdri", Given.Now.AddSeconds(1), 10, None)).Select(delivery => delivery.Key), Is.EqualTo(new[] { key }));
    }

    [Test]
    public async Task Should_know_a_newer_one_of_the_same_key_that_arrived()
    {
        var older = await HandleAsync("dossier/1");
        var newer = await HandleAsync("dossier/1");
        var key = new DeliveryKey(newer.Id, 0, 0);
        await CommitAsync(new JournalWrite.InsertDelivery(Given.Delivery(key)));
        var before = await Journal.Reader.NewerDeliveredAsync(older.Id, None);
        await CommitAsync(new JournalWrite.UpdateDelivery(key, DeliveryState.Delivered, null, 1, Given.Now));

        Assert.That(before, Is.Null);
        Assert.That(await Journal.Reader.NewerDeliveredAsync(older.Id, None), Is.EqualTo(newer.Id));
        Assert.That(await Journal.Reader.NewerDeliveredAsync(newer.Id, None), Is.Null);
    }

    private async Task<DeliveryKey> DeliverAsync()
    {
        var key = new DeliveryKey((await HandleAsync()).Id, 0, 0);
        await CommitAsync(new JournalWrite.InsertDelivery(Given.Delivery(key)));
        return key;
    }
}
