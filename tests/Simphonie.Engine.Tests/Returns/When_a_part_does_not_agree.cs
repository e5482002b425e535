using Simphonie.Core.Returns;
using Simphonie.Engine.Control;
using Simphonie.Engine.Returns;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Returns;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_a_part_does_not_agree
{
    private readonly FakeEndpoint _gap = new("gap");

    [TestCase("no=000000009;part=amo;lot=1;date=2026-03-02;asked=1000;state=P;paid=1000", "SIM4757")]
    [TestCase("no=000000001;part=amc;lot=1;date=2026-03-02;asked=1000;state=P;paid=1000", "SIM4757")]
    [TestCase("no=000000001;part=amo;lot=2;date=2026-03-02;asked=1000;state=P;paid=1000", "SIM4759")]
    [TestCase("no=000000001;part=amo;lot=1;date=2026-03-01;asked=1000;state=P;paid=1000", "SIM4759")]
    [TestCase("no=000000001;part=amo;lot=1;date=2025-03-02;asked=1000;state=P;paid=1000", "SIM4759")]
    [TestCase("no=000000001;part=amo;lot=1;date=2026-03-02;asked=1000;state=P;paid=1000;payer=01471", "SIM4760")]
    [TestCase("no=000000001;part=amo;lot=1;date=2026-03-02;asked=999;state=P;paid=999", "SIM4761")]
    [TestCase("no=000000001;part=amo;lot=1;date=2026-03-02;asked=1000;state=R;paid=10", "SIM4763")]
    public async Task Should_park_it_with_a_task(string line, string cause)
    {
        await using var hub = await TestHub.StartAsync(ReturnSite.Options, _gap);
        await hub.SendInvoiceAsync("000000001", 1000, payer: "01061");
        var message = await hub.SendReturnAsync("r1", line);
        await hub.UntilCompleteAsync(message);

        var parked = (await hub.Reader.Returns.ParkedAsync(new ParkedQuery(), default)).Single();
        Assert.That((parked.CauseCode, parked.State), Is.EqualTo((cause, ParkedState.Waiting)));
        var task = (await hub.Reader.WorkItemsAsync(new(), default)).Single();
        Assert.That((task.Code, task.Message), Is.EqualTo((cause, (long?)message)));
        Assert.That(task.Why, Does.Contain("line 2"));
        Assert.That((await hub.CaseAsync("000000001")).State, Is.EqualTo("sent"));
        Assert.That((await hub.ReturnAsync(message)).Tally, Is.EqualTo(new ReturnTally { Parked = 1, Waiting = parked.Part.Paid, SinceTransfer = parked.Part.Paid }));
    }

    [Test]
    public async Task Should_guess_nothing_among_several_and_take_the_one_that_somebody_names()
    {
        await using var hub = await TestHub.StartAsync(ReturnSite.Options, _gap);
        await hub.SendInvoiceAsync("000000001", 1000, complement: "000100");
        await hub.SendInvoiceAsync("000000001", 1000, complement: "000200");
        await hub.SendInvoiceAsync("000000001", 300, "amc", complement: "000100");
        await hub.UntilCompleteAsync(await hub.SendReturnAsync("r1", ReturnSite.Paid("000000001", 1000, 1000)));

        var parked = (await hub.Reader.Returns.ParkedAsync(new ParkedQuery(), default)).Single();
        var candidates = await hub.Reader.Cases.CasesAsync(CandidateCases.Of(parked)!, default);
        Assert.That(parked.CauseCode, Is.EqualTo(ReturnCodes.OtherComplement.Id));
        Assert.That(candidates.Select(one => one.Key), Is.EqualTo(new[] { ReturnSite.Key("000000001", "amo", "000200"), ReturnSite.Key("000000001", "amo", "000100") }));
        Assert.That(candidates.Select(one => one.State), Has.All.EqualTo("sent"));

        var applied = await hub.Engine.Returns.ApplyAsync(new("c1", "anne"), parked.Id, candidates[1].Key, "The payer means the first stay.", default);
        Assert.That(applied.Outcome, Is.EqualTo(CommandOutcome.Done));
        Assert.That((await hub.Reader.Cases.CasesAsync(CandidateCases.Of(parked)!, default)).Select(one => one.State), Is.EqualTo(new[] { "sent", "paid" }));
    }

    [Test]
    public async Task Should_apply_it_by_itself_when_its_case_appears()
    {
        await using var hub = await TestHub.StartAsync(ReturnSite.Options, _gap);
        var message = await hub.SendReturnAsync("r1", ReturnSite.Paid("000000001", 1000, 1000));
        await hub.UntilCompleteAsync(message);
        await hub.SendInvoiceAsync("000000001", 1000);
        await hub.PassAsync(async () => (await hub.CaseAsync("000000001")).State == "paid", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(20), "paid");

        Assert.That((await hub.ReturnAsync(message)).Tally, Is.EqualTo(new ReturnTally { Parts = 1, Paid = 1000, SinceTransfer = 1000 }));
        Assert.That((await hub.Reader.WorkItemsAsync(new(OpenOnly: false), default)).Select(task => (task.Code, task.DoneBy)), Is.EqualTo(new[] { (ReturnCodes.NoCase.Id, "hub") }));
    }

    [Test]
    public async Task Should_apply_it_once_when_somebody_decides()
    {
        await using var hub = await TestHub.StartAsync(ReturnSite.Options, _gap);
        await hub.SendInvoiceAsync("000000001", 1000);
        var message = await hub.SendReturnAsync("r1", ReturnSite.Paid("000000001", 1000, 1000, lot: 7));
        await hub.UntilCompleteAsync(message);
        var parked = (await hub.Reader.Returns.ParkedAsync(new ParkedQuery(), default)).Single();

        var done = await hub.Engine.Returns.ApplyAsync(new("c1", "anne"), parked.Id, null, "The payer confirms lot 1.", default);
        var again = await hub.Engine.Returns.ApplyAsync(new("c1", "anne"), parked.Id, null, "The payer confirms lot 1.", default);
        var other = await hub.Engine.Returns.ApplyAsync(new("c2", "anne"), parked.Id, null, "Once more.", default);

        Assert.That((done.Outcome, again.Outcome, other.Outcome), Is.EqualTo((CommandOutcome.Done, CommandOutcome.Repeated, CommandOutcome.Refused)));
        Assert.That((await hub.CaseAsync("000000001")).State, Is.EqualTo("paid"));
        Assert.That((await hub.Reader.Returns.ParkedAsync(parked.Id, default))!.DecidedBy, Is.EqualTo("anne"));
        Assert.That(await hub.Reader.WorkItemsAsync(new(), default), Is.Empty, "its task is done");
        Assert.That((await hub.Reader.WorkItemsAsync(new(OpenOnly: false), default)).Single().DoneWhy, Is.EqualTo("The payer confirms lot 1."));
    }

    [Test]
    public async Task Should_tell_no_case_of_one_that_is_dismissed()
    {
        await using var hub = await TestHub.StartAsync(ReturnSite.Options, _gap);
        var message = await hub.SendReturnAsync("r1", ReturnSite.Paid("000000001", 1000, 1000));
        await hub.UntilCompleteAsync(message);
        var parked = (await hub.Reader.Returns.ParkedAsync(new ParkedQuery(), default)).Single();
        Assert.That((await hub.Engine.Returns.DismissAsync(new("c1", "anne"), parked.Id, "Refunded by hand.", default)).Outcome, Is.EqualTo(CommandOutcome.Done));

        await hub.SendInvoiceAsync("000000001", 1000);
        await hub.PassAsync(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(2));
        Assert.That((await hub.CaseAsync("000000001")).State, Is.EqualTo("sent"));
        Assert.That((await hub.ReturnAsync(message)).Tally, Is.EqualTo(new ReturnTally { GivenUp = 1, Abandoned = 1000, SinceTransfer = 1000 }));
        Assert.That((await hub.Reader.WorkItemsAsync(new(OpenOnly: false), default)).Select(task => (task.Code, task.DoneBy)), Is.EqualTo(new[] { (ReturnCodes.NoCase.Id, "anne") }));
    }

    [Test]
    public async Task Should_leave_no_trace_in_a_case_that_does_not_take_it()
    {
        await using var hub = await TestHub.StartAsync(ReturnSite.Options, _gap);
        await hub.SendInvoiceAsync("000000001", 1000);
        await hub.UntilCompleteAsync(await hub.SendReturnAsync("r1", $"no=000000001;part=amo;lot=1;date={ReturnSite.Date};asked=1000;state=R;reason=301"));
        var message = await hub.SendReturnAsync("r2", ReturnSite.Paid("000000001", 1000, 1500));
        await hub.UntilCompleteAsync(message);

        var parked = (await hub.Reader.Returns.ParkedAsync(new ParkedQuery(), default)).Single();
        var rejected = await hub.CaseAsync("000000001");
        Assert.That((parked.CauseCode, rejected.State), Is.EqualTo((ReturnCodes.NotTaken.Id, "rejected")));
        Assert.That((await hub.Reader.Cases.HistoryAsync(rejected.Id, 0, 100, default)).Count(one => one.Event == "paid"), Is.Zero);
    }
}
