using Simphonie.Core.Returns;
using Simphonie.Engine.Returns;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Returns;

/// <summary>A rejection is one task, which leads to the message of the return and to that of the invoice.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class When_an_invoice_is_rejected
{
    private const string Number = "000000001";
    private const string Rejection = $"no={Number};part=amo;lot=1;date={ReturnSite.Date};asked=1000;state=R;reason=0101";

    private readonly FakeEndpoint _gap = new("gap");

    [Test]
    public async Task Should_be_one_task_with_the_message_of_the_return()
    {
        await using var hub = await TestHub.StartAsync(ReturnSite.Options, _gap);
        await hub.SendInvoiceAsync(Number, 1000);
        var message = await hub.SendReturnAsync("r1", Rejection);
        await hub.UntilCompleteAsync(message);

        var task = (await hub.Reader.WorkItemsAsync(new(), default)).Single();
        Assert.That((task.Code, task.Message, task.Case), Is.EqualTo((ReturnCodes.Rejected.Id, (long?)message, (long?)(await hub.CaseAsync(Number)).Id)));
        Assert.That((await hub.CaseAsync(Number)).State, Is.EqualTo("rejected"));
    }

    [Test]
    public async Task Should_wait_for_somebody_when_the_invoice_is_paid_already()
    {
        await using var hub = await TestHub.StartAsync(ReturnSite.Options, _gap);
        await hub.SendInvoiceAsync(Number, 1000);
        await hub.UntilCompleteAsync(await hub.SendReturnAsync("r1", ReturnSite.Paid(Number, 1000, 1000)));
        var message = await hub.SendReturnAsync("r2", Rejection);
        await hub.UntilCompleteAsync(message);

        Assert.That((await hub.CaseAsync(Number)).State, Is.EqualTo("paid"));
        Assert.That((await hub.ReturnAsync(message)).Tally, Is.EqualTo(new ReturnTally { Parked = 1 }));
        Assert.That((await hub.Reader.WorkItemsAsync(new(), default)).Select(task => task.Code), Is.EqualTo(new[] { ReturnCodes.NotTaken.Id }), "nobody is told to send it again");
    }

    [Test]
    public async Task Should_ask_nobody_again_when_nothing_follows_from_it()
    {
        await using var hub = await TestHub.StartAsync(ReturnSite.Options, _gap);
        await hub.SendInvoiceAsync(Number, 1000);
        await hub.UntilCompleteAsync(await hub.SendReturnAsync("r1", Rejection));
        await hub.UntilCompleteAsync(await hub.SendReturnAsync("r2", ReturnSite.Paid(Number, 1000, 1000)));
        var before = (await hub.Reader.WorkItemsAsync(new(), default)).Count;
        await hub.UntilCompleteAsync(await hub.SendReturnAsync("r3", Rejection));

        Assert.That((await hub.CaseAsync(Number)).State, Is.EqualTo("settled"), "its end ignores rejections");
        Assert.That(await hub.Reader.WorkItemsAsync(new(), default), Has.Count.EqualTo(before));
    }
}
