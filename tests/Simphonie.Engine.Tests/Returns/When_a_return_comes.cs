using Simphonie.Core.Journal;
using Simphonie.Core.Returns;
using Simphonie.Engine.Returns;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Returns;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_a_return_comes
{
    private readonly FakeEndpoint _gap = new("gap");

    [Test]
    public async Task Should_bring_each_part_to_its_case()
    {
        await using var hub = await TestHub.StartAsync(ReturnSite.Options, _gap);
        await hub.SendInvoiceAsync("000000001", 1000);
        await hub.SendInvoiceAsync("000000001", 300, "amc");
        await hub.SendInvoiceAsync("000000002", 500);
        await hub.SendInvoiceAsync("000000003", 700);

        var message = await hub.SendReturnAsync(
            "r1",
            ReturnSite.Paid("000000001", 1000, 1000),
            ReturnSite.Paid("000000001", 300, 100, "amc"),
            $"no=000000002;part=amo;lot=1;date={ReturnSite.Date};asked=500;state=R;reason=301",
            $"no=000000003;part=amo;lot=1;date={ReturnSite.Date};asked=700;state=D",
            "item=transfer;ref=T;amount=1100");
        await hub.UntilCompleteAsync(message);

        Assert.That((await hub.CaseAsync("000000001")).State, Is.EqualTo("paid"));
        Assert.That((await hub.CaseAsync("000000001", "amc")).State, Is.EqualTo("partly-paid"));
        Assert.That((await hub.CaseAsync("000000002")).State, Is.EqualTo("rejected"));
        Assert.That((await hub.CaseAsync("000000003")).State, Is.EqualTo("deferred"));
        var applied = await hub.ReturnAsync(message);
        Assert.That(applied.Tally, Is.EqualTo(new ReturnTally { Parts = 4, Rejected = 1, Deferred = 1, Paid = 1100 }));
        var transfer = (await hub.Reader.Returns.MoneyAsync(applied.Id, 0, 10, default)).Single();
        Assert.That((transfer.Amount, transfer.Sum, transfer.Differs), Is.EqualTo((1100L, 1100L, false)));
    }

    [Test]
    public async Task Should_absorb_a_second_copy_whatever_its_framing()
    {
        await using var hub = await TestHub.StartAsync(ReturnSite.Options, _gap);
        await hub.SendInvoiceAsync("000000001", 1000);
        var first = await hub.SendReturnAsync("r1", ReturnSite.Paid("000000001", 1000, 400));
        await hub.UntilCompleteAsync(first);
        var second = await hub.SendReturnAsync("r1", "# framed otherwise", ReturnSite.Paid("000000001", 1000, 400));
        var handling = await hub.UntilHandlingAsync(second, HandlingState.Dropped);
        await hub.QuietAsync();

        Assert.That(handling.CauseCode, Is.EqualTo(ReturnCodes.Copy.Id));
        Assert.That((await hub.ReturnAsync(second)).Status, Is.EqualTo(ReturnStatus.Copy));
        Assert.That((await hub.CaseAsync("000000001")).Holds, Does.Contain("\"paid\":400"));
        Assert.That(_gap.Received, Has.Count.EqualTo(1), "back to the GAP once");
    }

    [Test]
    public async Task Should_quarantine_another_return_of_the_same_identity()
    {
        await using var hub = await TestHub.StartAsync(ReturnSite.Options, _gap);
        await hub.SendInvoiceAsync("000000001", 1000);
        await hub.UntilCompleteAsync(await hub.SendReturnAsync("r1", ReturnSite.Paid("000000001", 1000, 400)));
        var second = await hub.SendReturnAsync("r1", ReturnSite.Paid("000000001", 1000, 600));
        await hub.UntilHandlingAsync(second, HandlingState.Dropped);

        Assert.That((await hub.ReturnAsync(second)).Status, Is.EqualTo(ReturnStatus.Conflicting));
        Assert.That((await hub.CaseAsync("000000001")).Holds, Does.Contain("\"paid\":400"));
        Assert.That(await TaskCodesAsync(hub), Is.EqualTo(new[] { ReturnCodes.Conflicting.Id }));
    }

    [Test]
    public async Task Should_apply_nothing_of_one_that_does_not_add_up()
    {
        await using var hub = await TestHub.StartAsync(ReturnSite.Options, _gap);
        await hub.SendInvoiceAsync("000000001", 1000);
        var message = (await hub.SendAsync($"return=r1;total=999\n{ReturnSite.Paid("000000001", 1000, 1000)}")).MessageId;
        await hub.UntilHandlingAsync(message, HandlingState.Dropped);

        var refused = await hub.ReturnAsync(message);
        Assert.That((refused.Status, refused.CauseCode, refused.CausePlace), Is.EqualTo((ReturnStatus.Refused, ReturnCodes.NotVerified.Id, "line 1, total")));
        Assert.That((await hub.CaseAsync("000000001")).State, Is.EqualTo("sent"));
        Assert.That(await TaskCodesAsync(hub), Is.EqualTo(new[] { ReturnCodes.NotVerified.Id }));
        Assert.That(_gap.Received, Is.Empty);
    }

    [Test]
    public async Task Should_not_take_one_of_the_other_world()
    {
        await using var hub = await TestHub.StartAsync(ReturnSite.Options, _gap);
        await hub.SendInvoiceAsync("000000001", 1000);
        var message = (await hub.SendAsync($"return=r1;mark=real\n{ReturnSite.Paid("000000001", 1000, 1000)}")).MessageId;
        await hub.UntilHandlingAsync(message, HandlingState.Dropped);

        Assert.That((await hub.ReturnAsync(message)).CauseCode, Is.EqualTo(ReturnCodes.OtherWorld.Id));
        Assert.That((await hub.CaseAsync("000000001")).State, Is.EqualTo("sent"));
    }

    [Test]
    public async Task Should_tell_of_a_transfer_that_is_not_the_sum_of_its_lines()
    {
        await using var hub = await TestHub.StartAsync(ReturnSite.Options, _gap);
        await hub.SendInvoiceAsync("000000001", 1000);
        var message = await hub.SendReturnAsync("r1", ReturnSite.Paid("000000001", 1000, 1000), "item=money;kind=250;amount=-150;ref=D1", "item=transfer;ref=T;amount=900");
        await hub.UntilCompleteAsync(message);

        var money = await hub.Reader.Returns.MoneyAsync((await hub.ReturnAsync(message)).Id, 0, 10, default);
        Assert.That(money.Select(one => (one.Kind, one.Amount, one.Sum)), Is.EqualTo(new (string, long?, long?)[] { ("250", -150, null), ("transfer", 900, 850) }));
        Assert.That(await TaskCodesAsync(hub), Is.EqualTo(new[] { ReturnCodes.TransferDiffers.Id }));
    }

    [Test]
    public async Task Should_take_a_reversed_payment_back()
    {
        await using var hub = await TestHub.StartAsync(ReturnSite.Options, _gap);
        await hub.SendInvoiceAsync("000000001", 1000);
        await hub.UntilCompleteAsync(await hub.SendReturnAsync("r1", ReturnSite.Paid("000000001", 1000, 1000)));
        await hub.UntilCompleteAsync(await hub.SendReturnAsync("r2", ReturnSite.Paid("000000001", 1000, -1000)));

        var reversed = await hub.CaseAsync("000000001");
        Assert.That((reversed.State, reversed.Holds), Is.EqualTo(("acknowledged", reversed.Holds)));
        Assert.That(reversed.Holds, Does.Contain("\"paid\":0").And.Contain("\"open\":1000"));
    }

    private static async Task<string[]> TaskCodesAsync(TestHub hub) => [.. (await hub.Reader.WorkItemsAsync(new(), default)).Select(item => item.Code)];
}
