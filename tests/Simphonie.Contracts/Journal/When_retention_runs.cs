using NUnit.Framework;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Contracts.Journal;

public abstract class When_retention_runs<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    private static readonly DateTimeOffset Later = Given.Now.AddDays(30);

    [Test]
    public async Task Should_take_payloads_and_steps_of_finished_handlings()
    {
        var payload = await Journal.Content.StoreAsync(RepeatingStream.Bytes(100_000), None);
        var id = await KeepAsync(Given.Message() with { Payload = payload, DuplicateKey = "GAP|1" });
        var handling = await FinishAsync(id, DeliveryState.Delivered);

        var reduced = await Journal.RetainAsync(Later, DateTimeOffset.MinValue, None);

        var message = (await Journal.Reader.MessageAsync(id, None))!;
        var stage = (await Journal.Reader.StagesAsync(handling, None)).Single();
        var delivery = (await Journal.Reader.DeliveriesOfAsync(handling, None)).Single();
        Assert.Multiple(() =>
        {
            Assert.That(reduced, Is.EqualTo(1));
            Assert.That((message.Payload, message.Length), Is.EqualTo(((Payload?)null, 100_000L)));
            Assert.That((stage.Steps.Count, stage.Documents.Count), Is.EqualTo((0, 0)));
            Assert.That((delivery.Body, delivery.Answer, delivery.State), Is.EqualTo(((Payload?)null, (Payload?)null, DeliveryState.Delivered)));
            Assert.That(() => payload.OpenRead(), Throws.InstanceOf<IOException>(), "its file is gone too");
        });
        Assert.That((await Journal.AppendAsync(Given.Message() with { Payload = payload, DuplicateKey = "GAP|1" }, None)).Kind, Is.EqualTo(AppendKind.Duplicate), "the ledger has a term of its own");
    }

    [Test]
    public async Task Should_take_messages_that_nobody_wanted_and_leave_those_not_yet_looked_at()
    {
        var unrouted = await KeepAsync();
        await CommitAsync(new JournalWrite.SetMessageState(unrouted, MessageState.Unrouted, "r1"));
        var refused = await KeepAsync(Given.Message() with { State = MessageState.Refused });
        var received = await KeepAsync();

        Assert.That(await Journal.RetainAsync(Later, DateTimeOffset.MinValue, None), Is.EqualTo(2));
        Assert.That(await HasPayloadAsync(unrouted), Is.False);
        Assert.That(await HasPayloadAsync(refused), Is.False);
        Assert.That(await HasPayloadAsync(received), Is.True);
    }

    [Test]
    public async Task Should_leave_what_is_younger()
    {
        var id = await KeepAsync();
        var handling = await FinishAsync(id, DeliveryState.Delivered);

        Assert.That(await Journal.RetainAsync(Given.Now, DateTimeOffset.MinValue, None), Is.Zero);
        Assert.That(await HasPayloadAsync(id), Is.True);
        Assert.That((await Journal.Reader.StagesAsync(handling, None)).Single().Steps, Is.Not.Empty);
    }

    [Test]
    public async Task Should_leave_a_message_with_an_open_handling(
        [Values(HandlingState.Waiting, HandlingState.Dead, HandlingState.Unknown)] HandlingState state)
    {
        var id = await RoutedAsync();
        await FinishAsync(id, DeliveryState.Delivered);
        var open = await HandlingOfAsync(id, "another key");
        await CommitAsync(new JournalWrite.UpdateHandling(open, 0, state, 1, Given.Now));

        await Journal.RetainAsync(Later, DateTimeOffset.MinValue, None);

        Assert.That(await HasPayloadAsync(id), Is.True);
    }

    [Test]
    public async Task Should_leave_what_a_failed_delivery_may_still_need([Values(DeliveryState.Dead, DeliveryState.Unknown, DeliveryState.Rejected)] DeliveryState failed)
    {
        var id = await RoutedAsync();
        var handling = await FinishAsync(id, failed, HandlingState.Released);

        await Journal.RetainAsync(Later, DateTimeOffset.MinValue, None);

        Assert.That(await HasPayloadAsync(id), Is.True);
        Assert.That((await Journal.Reader.DeliveriesOfAsync(handling, None)).Single().Body, Is.Not.Null);
    }

    [Test]
    public async Task Should_take_a_failure_that_a_waiting_caller_was_told()
    {
        var id = await RoutedAsync();
        await FinishAsync(id, DeliveryState.Rejected, HandlingState.Released, callerWaits: true);

        await Journal.RetainAsync(Later, DateTimeOffset.MinValue, None);

        Assert.That(await HasPayloadAsync(id), Is.False);
    }

    [Test]
    public async Task Should_leave_what_an_open_work_item_is_about()
    {
        var id = await RoutedAsync();
        await FinishAsync(id, DeliveryState.Delivered);
        var item = new WorkItemRecord { Establishment = Given.Establishment, Code = "SIM4301", What = "Look.", Why = "Because.", Message = id, OpenedAt = Given.Now };
        await CommitAsync(new JournalWrite.OpenWorkItem(item));

        await Journal.RetainAsync(Later, DateTimeOffset.MinValue, None);
        Assert.That(await HasPayloadAsync(id), Is.True);

        await CommitAsync(new JournalWrite.CloseWorkItem(1, "nadia", "done", Given.Now));
        await Journal.RetainAsync(Later, DateTimeOffset.MinValue, None);
        Assert.That(await HasPayloadAsync(id), Is.False);
    }

    [Test]
    public async Task Should_forget_the_ledger_after_its_own_term()
    {
        await KeepAsync(Given.Message("MSH|one", "GAP|1"));
        await CommitAsync(new JournalWrite.PutLedger(new(Given.Establishment, World.Test, "moved", "k", "v", 1, Given.Now)));

        await Journal.RetainAsync(DateTimeOffset.MinValue, Given.Now, None);
        Assert.That(await Journal.Reader.LedgerAsync(Given.Establishment, World.Test, "moved", "k", None), Is.Not.Null);

        await Journal.RetainAsync(DateTimeOffset.MinValue, Given.Now.AddTicks(1), None);
        Assert.That(await Journal.Reader.LedgerAsync(Given.Establishment, World.Test, "moved", "k", None), Is.Null);
        Assert.That((await Journal.AppendAsync(Given.Message("MSH|one", "GAP|1"), None)).Kind, Is.EqualTo(AppendKind.Appended));
    }

    [Test]
    public async Task Should_go_through_more_than_one_piece()
    {
        for (var i = 0; i < 130; i++)
        {
            await FinishAsync(await KeepAsync(), DeliveryState.Delivered);
        }

        Assert.That(await Journal.RetainAsync(Later, DateTimeOffset.MinValue, None), Is.EqualTo(130));
    }

    private async Task<long> RoutedAsync()
    {
        var id = await KeepAsync();
        await CommitAsync(new JournalWrite.SetMessageState(id, MessageState.Routed, "r1"));
        return id;
    }

    private async Task<bool> HasPayloadAsync(long id) => (await Journal.Reader.MessageAsync(id, None))!.Payload is not null;

    private async Task<long> HandlingOfAsync(long message, string? key, bool callerWaits = false) =>
        (await Journal.CommitAsync([new JournalWrite.InsertHandling(Given.Handling(message, key) with { StartedAtStage = callerWaits ? 1 : null })], None)).Handlings[0].Id;

    private async Task<long> FinishAsync(long message, DeliveryState delivery, HandlingState state = HandlingState.Done, bool callerWaits = false)
    {
        var handling = await HandlingOfAsync(message, key: null, callerWaits);
        var key = new DeliveryKey(handling, 0, 0);
        await CommitAsync(
            new JournalWrite.SetMessageState(message, MessageState.Routed, "r1"),
            new JournalWrite.InsertStage(new() { Handling = handling, Ordinal = 0, At = Given.Now, Steps = [new("1 map", "done", [], 5)], Documents = [new("request", "fhir", null, Given.Bytes("{}"))] }),
            new JournalWrite.InsertDelivery(Given.Delivery(key)),
            new JournalWrite.UpdateDelivery(key, delivery, null, 1, Given.Now, Answer: Given.Bytes("<answer/>")),
            new JournalWrite.UpdateHandling(handling, 0, state, 1, Given.Now));
        return handling;
    }
}
