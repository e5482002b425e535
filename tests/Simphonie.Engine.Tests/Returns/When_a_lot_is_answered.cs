using Simphonie.Core.Documents;
using Simphonie.Core.Journal;
using Simphonie.Core.Lots;
using Simphonie.Core.Messages;
using Simphonie.Engine.Control;
using Simphonie.Engine.Processes;
using Simphonie.Engine.Returns;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Returns;

/// <summary>Acknowledgements of lots, before and after the returns of their invoices.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_a_lot_is_answered
{
    private const string Number = "000000001";

    private readonly FakeEndpoint _caisse = new("caisse");
    private readonly FakeEndpoint _gap = new("gap");

    private static TestHubOptions Options => ReturnSite.Options with
    {
        Definitions = new FakeDefinitions(
            [ReturnSite.Process],
            LotSite.Adds with { When = FakeExpression.When(static document => KvFormat.Field(document, "return") is null) },
            LotSite.Sends,
            ReturnSite.Reconciles with { When = FakeExpression.When(static document => KvFormat.Field(document, "return") is not null) }),
        Lots = LotSite.Lots with { Invoices = 1, Process = "invoice" },
    };

    [Test]
    public async Task Should_acknowledge_it_and_its_cases()
    {
        await using var hub = await StartAsync();
        await hub.UntilCompleteAsync(await hub.SendReturnAsync("a1", "item=answer;lot=1;date=2026-03-02;file=000001"));

        Assert.That((await hub.Reader.Lots.LotAsync(1, default))!.State, Is.EqualTo(LotState.Acknowledged));
        Assert.That((await hub.CaseAsync(Number)).State, Is.EqualTo("acknowledged"));
        Assert.That((await hub.Reader.WorkItemsAsync(new(), default)), Is.Empty);
    }

    [Test]
    public async Task Should_have_told_its_cases_whose_return_they_wait_for()
    {
        await using var hub = await StartAsync();

        Assert.That((await hub.CaseAsync(Number)).Holds, Does.Contain("\"payer\":\"01750\""));
    }

    [TestCase("5001")]
    [TestCase("5002")]
    public async Task Should_send_the_invoices_of_a_refused_one_again_in_a_new_one(string code)
    {
        await using var hub = await StartAsync();
        await hub.UntilCompleteAsync(await hub.SendReturnAsync("a1", $"item=answer;lot=1;date=2026-03-02;file=000001;code={code}"));
        await hub.UntilAsync(async () => await hub.Reader.Lots.LotAsync(2, default) is { State: LotState.Sent }, "sent again");
        await hub.UntilCompleteAsync(await hub.SendReturnAsync("r1", ReturnSite.Paid(Number, 100, 100, lot: 2)));

        var refused = await hub.Reader.Lots.LotAsync(1, default);
        var again = await hub.Reader.Lots.LotAsync(2, default);
        Assert.That((refused!.State, refused.Cause, again!.Number, again.FileId, again.Former), Is.EqualTo((LotState.Refused, code, (int?)2, "000002", (long?)1)));
        var paid = await hub.CaseAsync(Number);
        Assert.That(paid.State, Is.EqualTo("paid"));
        Assert.That((await hub.Reader.Cases.HistoryAsync(paid.Id, 0, 50, default)).Select(one => one.Event), Is.EqualTo(
            new[] { "received", "controlled", "closed-in-lot", "lot-sent", "lot-refused", "closed-in-lot", "lot-sent", "paid" }));
    }

    [Test]
    public async Task Should_take_a_return_that_comes_before_the_acknowledgement()
    {
        await using var hub = await StartAsync();
        await hub.UntilCompleteAsync(await hub.SendReturnAsync("r1", ReturnSite.Paid(Number, 100, 100)));
        Assert.That((await hub.Reader.Lots.LotAsync(1, default))!.State, Is.EqualTo(LotState.Settled), "nothing of it is open any more");
        await hub.UntilCompleteAsync(await hub.SendReturnAsync("a1", "item=answer;lot=1;date=2026-03-02;file=000001"));

        Assert.That((await hub.CaseAsync(Number)).State, Is.EqualTo("paid"));
        Assert.That(await hub.Reader.WorkItemsAsync(new(), default), Is.Empty);
    }

    [TestCase("item=answer;lot=7;date=2026-03-02;file=000001")]
    [TestCase("item=answer;lot=1;date=2026-03-01;file=000001")]
    [TestCase("item=answer;lot=1;date=2026-03-02;file=000009")]
    public async Task Should_ask_somebody_about_a_lot_that_it_does_not_know(string line)
    {
        await using var hub = await StartAsync();
        await hub.UntilCompleteAsync(await hub.SendReturnAsync("a1", line));

        Assert.That((await hub.Reader.Lots.LotAsync(1, default))!.State, Is.EqualTo(LotState.Sent));
        Assert.That((await hub.Reader.WorkItemsAsync(new(), default)).Single().Code, Is.EqualTo(ReturnCodes.AnswerUnmatched.Id));
    }

    [TestCase("01750", 1)]
    [TestCase("01061", 2)]
    public async Task Should_tell_lots_of_one_number_and_file_id_apart_by_who_answers(string payer, long lot)
    {
        await using var hub = await StartAsync();
        await hub.SendAsync("id=2;no=000000002;amount=100;fund=061");
        await hub.UntilAsync(async () => await hub.Reader.Lots.LotAsync(2, default) is { State: LotState.Sent, Number: 1, FileId: "000001" }, "sent to the other caisse");
        await hub.UntilCompleteAsync(await hub.SendReturnAsync("a1", $"item=answer;lot=1;date=2026-03-02;file=000001;payer={payer}"));

        Assert.That((await hub.Reader.Lots.LotAsync(lot, default))!.State, Is.EqualTo(LotState.Acknowledged));
        Assert.That((await hub.Reader.Lots.LotAsync(3 - lot, default))!.State, Is.EqualTo(LotState.Sent));
    }

    [TestCase(null, LotState.Acknowledged, "acknowledged")]
    [TestCase("5001", LotState.Refused, "in-lot")]
    public async Task Should_take_by_hand_what_could_not_be_brought_to_it(string? code, LotState state, string ends)
    {
        await using var hub = await StartAsync();
        await hub.UntilCompleteAsync(await hub.SendReturnAsync("a1", $"item=answer;lot=7;date=2026-03-02;file=000001;code={code}"));

        var done = await hub.Engine.Lots!.AnswerAsync(new("c1", "anne"), 1, code, "The caisse means lot 1.", default);
        var again = await hub.Engine.Lots.AnswerAsync(new("c1", "anne"), 1, code, "The caisse means lot 1.", default);
        Assert.That((done.Outcome, again.Outcome), Is.EqualTo((CommandOutcome.Done, CommandOutcome.Repeated)));
        Assert.That((await hub.Reader.Lots.LotAsync(1, default))!.State, Is.EqualTo(state));
        await hub.UntilAsync(async () => (await hub.CaseAsync(Number)).State == ends || (code is not null && (await hub.CaseAsync(Number)).State == "sent"), ends);
    }

    // An invoice of 100 cents, sent in lot 1.
    private async Task<TestHub> StartAsync()
    {
        var hub = await TestHub.StartAsync(Options, _caisse, _gap);
        ProcessEvent Event(string name, params KeyValuePair<string, Value>[] values) => new()
        {
            Establishment = ReturnSite.Establishment, World = World.Test, Process = "invoice", Case = ReturnSite.Key(Number), Name = name, Identity = name, Values = values, At = hub.Time.GetUtcNow(),
        };
        await hub.Engine.Cases.CommitAsync([Event("received", new("part", Value.Of("amo")), new("asked", Value.OfLong(100))), Event("controlled")], null, default);
        await hub.SendAsync($"id=1;no={Number};amount=100");
        await hub.UntilAsync(async () => await hub.Reader.Lots.LotAsync(1, default) is { State: LotState.Sent }, "sent");
        return hub;
    }
}
