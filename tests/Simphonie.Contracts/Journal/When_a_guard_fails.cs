using NUnit.Framework;
using Simphonie.Core.Journal;

namespace Simphonie.Contracts.Journal;

public abstract class When_a_guard_fails<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    [Test]
    public async Task Should_write_nothing_when_a_handling_has_changed()
    {
        var handling = await HandleAsync();
        await CommitAsync(new JournalWrite.UpdateHandling(handling.Id, 0, HandlingState.Waiting, 1, Given.Now));

        var kind = await CommitAsync(
            new JournalWrite.PutLedger(new(Given.Establishment, default, "moved", "a", "b", 1, Given.Now)),
            new JournalWrite.Append(Given.Message()),
            new JournalWrite.UpdateHandling(handling.Id, 0, HandlingState.Done, 1, Given.Now));

        Assert.That(kind, Is.EqualTo(CommitKind.Conflict));
        Assert.That(await Journal.Reader.LedgerAsync(Given.Establishment, default, "moved", "a", None), Is.Null);
        Assert.That(await Journal.Reader.MessageAsync(2, None), Is.Null);
    }

    [Test]
    public async Task Should_let_one_of_two_workers_win()
    {
        var handling = await HandleAsync();

        var kinds = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(
            () => CommitAsync(new JournalWrite.UpdateHandling(handling.Id, 0, HandlingState.Waiting, 1, Given.Now)))));

        Assert.That(kinds.Count(kind => kind == CommitKind.Committed), Is.EqualTo(1));
    }

    [Test]
    public async Task Should_not_change_a_delivery_that_has_ended()
    {
        var handling = await HandleAsync();
        var key = new DeliveryKey(handling.Id, 0, 0);
        await CommitAsync(new JournalWrite.InsertDelivery(Given.Delivery(key)));
        await CommitAsync(new JournalWrite.UpdateDelivery(key, DeliveryState.Delivered, null, 1, Given.Now));

        var kind = await CommitAsync(new JournalWrite.UpdateDelivery(key, DeliveryState.Dead, null, 2, Given.Now));

        Assert.That(kind, Is.EqualTo(CommitKind.Conflict));
        Assert.That((await Journal.Reader.DeliveryAsync(key, None))!.State, Is.EqualTo(DeliveryState.Delivered));
    }

    [Test]
    public async Task Should_carry_out_a_command_once()
    {
        JournalWrite[] command = [new JournalWrite.RememberCommand("c-1", "release", "ops", Given.Now), new JournalWrite.Append(Given.Message())];

        Assert.That(await CommitAsync(command), Is.EqualTo(CommitKind.Committed));
        Assert.That(await CommitAsync(command), Is.EqualTo(CommitKind.Repeated));
        Assert.That((await Journal.Reader.FiguresAsync(None)).Messages, Is.EqualTo(1));
    }

    [Test]
    public async Task Should_let_a_stage_take_the_place_of_its_failed_run_and_of_nothing_else()
    {
        var handling = await HandleAsync();
        JournalWrite.InsertStage Stage(string result, bool failed) => new(new() { Handling = handling.Id, Ordinal = 0, At = Given.Now, Steps = [new("1 map", result, [], 1)] }, Failed: failed);
        await CommitAsync(Stage("failed", true));
        await CommitAsync(Stage("failed again", true));
        await CommitAsync(Stage("done", false));

        Assert.That(async () => await CommitAsync(Stage("failed", true)), Throws.Exception);
        Assert.That((await Journal.Reader.StagesAsync(handling.Id, None)).Single().Steps.Single().Result, Is.EqualTo("done"));
    }

    [Test]
    public async Task Should_go_on_under_other_definitions_only_where_it_is_told()
    {
        var handling = await HandleAsync();
        await CommitAsync(new JournalWrite.UpdateHandling(handling.Id, 0, HandlingState.Ready, 0, Given.Now) { Under = new("r9", 3) });
        await CommitAsync(new JournalWrite.UpdateHandling(handling.Id, 1, HandlingState.Waiting, 1, Given.Now));

        var after = await Journal.Reader.HandlingAsync(handling.Id, None);
        Assert.That((after!.Revision, after.RouteVersion), Is.EqualTo(("r9", 3)));
    }

    [Test]
    public async Task Should_keep_nothing_beside_a_message_that_is_known_and_may_come_once()
    {
        var message = Given.Message() with { DuplicateKey = "call-1" };
        var first = await Journal.CommitAsync([new JournalWrite.Append(message, Once: true)], None);

        var again = await Journal.CommitAsync([new JournalWrite.PutLedger(new(Given.Establishment, default, "moved", "a", "b", 1, Given.Now)), new JournalWrite.Append(message, Once: true)], None);

        Assert.That((again.Kind, again.Known), Is.EqualTo((CommitKind.Conflict, first.Messages.Single())));
        Assert.That(await Journal.Reader.LedgerAsync(Given.Establishment, default, "moved", "a", None), Is.Null);
        Assert.That((await Journal.CommitAsync([new JournalWrite.Append(message)], None)).Kind, Is.EqualTo(CommitKind.Committed));
    }

    [Test]
    public async Task Should_fail_one_unit_that_asks_for_the_impossible_and_no_other()
    {
        var handling = await HandleAsync();
        var stage = new JournalWrite.InsertStage(new() { Handling = handling.Id, Ordinal = 0, At = Given.Now, Steps = [] });
        await CommitAsync(stage);

        var others = Enumerable.Range(0, 20).Select(_ => Task.Run(() => KeepAsync())).ToArray();
        Assert.That(async () => await CommitAsync(new JournalWrite.Append(Given.Message()), stage), Throws.Exception);
        await Task.WhenAll(others);

        Assert.That((await Journal.Reader.FiguresAsync(None)).Messages, Is.EqualTo(21));
    }
}
