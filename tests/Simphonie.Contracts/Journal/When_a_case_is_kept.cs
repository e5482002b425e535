using NUnit.Framework;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Contracts.Journal;

public abstract class When_a_case_is_kept<TFactory> : JournalContract<TFactory>
    where TFactory : IJournalFactory, new()
{
    private static readonly CaseDefinition s_definition = new(4711, "invoice", 2, "hash", "r1");

    [Test]
    public async Task Should_give_it_back_with_its_history_and_definition()
    {
        var message = await KeepAsync();
        await CommitAsync(
            new JournalWrite.PutCaseDefinition(s_definition),
            new JournalWrite.PutCase(Case("1"), 0),
            new JournalWrite.AddCaseEvent(Event("a", 1) with { Message = message, Values = """{"amount":-5}""", CauseCode = "SIM4603", Outcome = CaseOutcome.Unexpected }, 0));

        var kept = await OneAsync("1");
        Assert.That(kept, Is.EqualTo(Case("1") with { Id = kept.Id }));
        Assert.That(await Journal.Reader.Cases.CaseAsync(kept.Id, None), Is.EqualTo(kept));
        Assert.That(await Journal.Reader.Cases.DefinitionAsync(4711, None), Is.EqualTo(s_definition));
        Assert.That(
            await Journal.Reader.Cases.HistoryAsync(kept.Id, 0, 10, None),
            Is.EqualTo(new[] { Event("a", 1) with { Case = kept.Id, Message = message, Values = """{"amount":-5}""", CauseCode = "SIM4603", Outcome = CaseOutcome.Unexpected } }));
        Assert.That((await Journal.Reader.Cases.OfMessageAsync(message, 0, 10, None)).Single().Id, Is.EqualTo(kept.Id));
    }

    [Test]
    public async Task Should_change_it_only_as_it_was_seen()
    {
        await CommitAsync(new JournalWrite.PutCase(Case("1"), 0));
        var seen = await OneAsync("1");

        Assert.That(await CommitAsync(new JournalWrite.PutCase(seen with { State = "paid", Revision = 2 }, 1)), Is.EqualTo(CommitKind.Committed));
        Assert.That(await CommitAsync(new JournalWrite.PutCase(seen with { State = "rejected", Revision = 2 }, 1)), Is.EqualTo(CommitKind.Conflict));
        Assert.That(await CommitAsync(new JournalWrite.PutCase(Case("1"), 0)), Is.EqualTo(CommitKind.Conflict), "a case begins once");
        Assert.That((await OneAsync("1")).State, Is.EqualTo("paid"));
    }

    [Test]
    public async Task Should_take_an_identity_once_and_nothing_of_a_commit_that_has_it_again()
    {
        await CommitAsync(new JournalWrite.PutCase(Case("1"), 0), new JournalWrite.AddCaseEvent(Event("a", 1), 0));
        var seen = await OneAsync("1");

        var again = await CommitAsync(new JournalWrite.PutCase(seen with { State = "paid", Revision = 2 }, 1), new JournalWrite.AddCaseEvent(Event("a", 2), 0));

        Assert.That(again, Is.EqualTo(CommitKind.Conflict));
        Assert.That((await OneAsync("1")).State, Is.EqualTo("received"));
    }

    [Test]
    public async Task Should_count_the_copies_of_an_event()
    {
        await CommitAsync(new JournalWrite.PutCase(Case("1"), 0), new JournalWrite.AddCaseEvent(Event("a", 1), 0));
        var kept = await OneAsync("1");

        await CommitAsync(new JournalWrite.SeeCaseEvent(kept.Id, "a"), new JournalWrite.SeeCaseEvent(kept.Id, "a"));

        Assert.That((await Journal.Reader.Cases.HistoryAsync(kept.Id, 0, 10, None)).Single().Seen, Is.EqualTo(3));
    }

    [Test]
    public async Task Should_look_many_up_at_once_in_the_order_of_the_questions()
    {
        await CommitAsync(new JournalWrite.PutCase(Case("1"), 0), new JournalWrite.AddCaseEvent(Event("a", 1), 0), new JournalWrite.PutCase(Case("it's \"2\" é"), 0));

        var answers = await Journal.Reader.Cases.LookUpAsync(Given.Establishment, World.Test, "invoice", [new("9", "a"), new("it's \"2\" é", "a"), new("1", "a"), new("1", "b")], None);

        Assert.That(answers.Select(static answer => (answer.Case?.Key, answer.Known)), Is.EqualTo(new[] { (null, false), ("it's \"2\" é", false), ("1", true), ((string?)"1", false) }));
    }

    [Test]
    public async Task Should_keep_worlds_and_establishments_apart()
    {
        await CommitAsync(new JournalWrite.PutCase(Case("1"), 0));

        Assert.That(await CommitAsync(new JournalWrite.PutCase(Case("1") with { World = World.Real }, 0)), Is.EqualTo(CommitKind.Committed));
        Assert.That(await CommitAsync(new JournalWrite.PutCase(Case("1") with { Establishment = "100000009" }, 0)), Is.EqualTo(CommitKind.Committed));
        Assert.That((await Journal.Reader.Cases.LookUpAsync("100000009", World.Real, "invoice", [new("1", "a")], None)).Single().Case, Is.Null);
    }

    [Test]
    public async Task Should_tell_whose_timer_is_due_and_when_the_next_is()
    {
        await CommitAsync(
            new JournalWrite.PutCase(Case("late") with { NextAt = Given.Now.AddHours(-1) }, 0),
            new JournalWrite.PutCase(Case("now") with { NextAt = Given.Now }, 0),
            new JournalWrite.PutCase(Case("later") with { NextAt = Given.Now.AddTicks(1) }, 0),
            new JournalWrite.PutCase(Case("never"), 0));

        Assert.That((await Journal.Reader.Cases.DueAsync(Given.Now, 10, None)).Select(static one => one.Key), Is.EqualTo(new[] { "late", "now" }));
        Assert.That(await Journal.Reader.Cases.NextDueAsync(None), Is.EqualTo(Given.Now.AddHours(-1)));
    }

    [Test]
    public async Task Should_list_by_process_state_alert_and_page()
    {
        await CommitAsync(
            new JournalWrite.PutCase(Case("1"), 0),
            new JournalWrite.PutCase(Case("2") with { State = "paid", EndedAt = Given.Now }, 0),
            new JournalWrite.PutCase(Case("3") with { Alert = "look" }, 0),
            new JournalWrite.PutCase(Case("4") with { Process = "dossier" }, 0));

        Assert.That(await KeysAsync(new() { Process = "invoice" }), Is.EqualTo(new[] { "3", "2", "1" }));
        Assert.That(await KeysAsync(new() { Process = "invoice", State = "paid" }), Is.EqualTo(new[] { "2" }));
        Assert.That(await KeysAsync(new() { Alerting = true }), Is.EqualTo(new[] { "3" }));
        Assert.That(await KeysAsync(new() { Process = "invoice", Open = true }), Is.EqualTo(new[] { "3", "1" }));
        var first = await Journal.Reader.Cases.CasesAsync(new() { Limit = 2 }, None);
        Assert.That(await KeysAsync(new() { Before = first[^1].Id }), Is.EqualTo(new[] { "2", "1" }));
        Assert.That(await Journal.Reader.Cases.CountsAsync("invoice", None), Is.EqualTo(new CaseCount[] { new("invoice", "paid", 1), new("invoice", "received", 2) }));
    }

    [Test]
    public async Task Should_list_by_how_keys_begin_and_end()
    {
        await CommitAsync(
            new JournalWrite.PutCase(Case("F/1//amo"), 0),
            new JournalWrite.PutCase(Case("F/1/000100/amo"), 0),
            new JournalWrite.PutCase(Case("F/1/000100/amc"), 0),
            new JournalWrite.PutCase(Case("F/10//amo"), 0),
            new JournalWrite.PutCase(Case("F/1/000200/amo") with { Establishment = "100000009" }, 0));

        var query = new CaseQuery { Establishment = Given.Establishment, World = World.Test, Process = "invoice", KeyStart = "F/1/", KeyEnd = "/amo" };
        Assert.That(await KeysAsync(query), Is.EqualTo(new[] { "F/1/000100/amo", "F/1//amo" }));
        Assert.That(await KeysAsync(query with { World = World.Real }), Is.Empty);
    }

    [Test]
    public async Task Should_link_what_a_case_sends_and_asks_in_the_same_commit()
    {
        var result = await Journal.CommitAsync(
            [
                new JournalWrite.PutCase(Case("1"), 0),
                new JournalWrite.Append(Given.Message()) { OfCase = 0 },
                new JournalWrite.AddCaseEvent(Event("a", 1), 0, 0),
                new JournalWrite.OpenWorkItem(new() { Establishment = Given.Establishment, Code = "SIM4602", What = "look", Why = "so", OpenedAt = Given.Now }, 0),
            ],
            None);

        var kept = await OneAsync("1");
        Assert.That((await Journal.Reader.Cases.OfMessageAsync(result.Messages[0], 0, 10, None)).Select(static one => one.Id), Is.EqualTo(new[] { kept.Id }));
        Assert.That((await Journal.Reader.Cases.HistoryAsync(kept.Id, 0, 10, None)).Single().Message, Is.EqualTo(result.Messages[0]));
        Assert.That((await Journal.Reader.WorkItemsAsync(new(), None)).Single().Case, Is.EqualTo(kept.Id));
    }

    [Test]
    public async Task Should_give_what_the_engine_raised_until_it_was_brought_to_cases()
    {
        var raised = new CaseEvent(Given.Establishment, World.Test, "one", "handling-dead", "k", 1, 2, Given.Now);
        await CommitAsync(new JournalWrite.RaiseEvent(raised), new JournalWrite.RaiseEvent(raised with { Identity = "two" }));
        var waiting = await Journal.Reader.Cases.RaisedAsync(10, None);

        await CommitAsync(new JournalWrite.AdvanceRaised(waiting[0].Position));

        Assert.That((await Journal.Reader.Cases.RaisedAsync(10, None)).Select(static one => one.Event.Identity), Is.EqualTo(new[] { "two" }));
    }

    [Test]
    public async Task Should_pin_the_messages_of_open_cases_and_forget_ended_ones_after_the_term_of_the_ledger()
    {
        var ofOpen = await KeepAsync();
        var ofEnded = await KeepAsync();
        await CommitAsync(
            new JournalWrite.SetMessageState(ofOpen, MessageState.Unrouted, "r1"),
            new JournalWrite.SetMessageState(ofEnded, MessageState.Unrouted, "r1"),
            new JournalWrite.PutCase(Case("open"), 0),
            new JournalWrite.AddCaseEvent(Event("a", 1) with { Message = ofOpen }, 0),
            new JournalWrite.PutCase(Case("ended") with { EndedAt = Given.Now }, 0),
            new JournalWrite.AddCaseEvent(Event("a", 1) with { Message = ofEnded }, 1));
        var ended = await OneAsync("ended");

        await Journal.RetainAsync(Given.Now.AddDays(30), Given.Now.AddTicks(1), None);

        Assert.That((await Journal.Reader.MessageAsync(ofOpen, None))!.Payload, Is.Not.Null);
        Assert.That((await Journal.Reader.MessageAsync(ofEnded, None))!.Payload, Is.Null);
        Assert.That(await KeysAsync(new()), Is.EqualTo(new[] { "open" }));
        Assert.That(await Journal.Reader.Cases.HistoryAsync(ended.Id, 0, 10, None), Is.Empty);
    }

    private static CaseRecord Case(string key) => new()
    {
        Establishment = Given.Establishment,
        World = World.Test,
        Process = "invoice",
        Key = key,
        Definition = 4711,
        State = "received",
        EnteredAt = Given.Now,
        Holds = """{"asked":1000}""",
        Fired = "0@1",
        OpenedAt = Given.Now,
        UpdatedAt = Given.Now,
        Revision = 1,
        Events = 1,
    };

    private static CaseHistory Event(string identity, int ordinal) => new()
    {
        Case = 0,
        Identity = identity,
        Ordinal = ordinal,
        Event = "received",
        At = Given.Now,
        Outcome = CaseOutcome.Taken,
        From = null,
        To = "received",
    };

    private async Task<CaseRecord> OneAsync(string key) =>
        (await Journal.Reader.Cases.LookUpAsync(Given.Establishment, World.Test, "invoice", [new(key, "")], None)).Single().Case!;

    private async Task<IEnumerable<string>> KeysAsync(CaseQuery query) => (await Journal.Reader.Cases.CasesAsync(query, None)).Select(static one => one.Key);
}
