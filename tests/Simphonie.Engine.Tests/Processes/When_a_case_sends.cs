using Simphonie.Core.Journal;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Processes;

public sealed class When_a_case_sends
{
    private static readonly Route s_out = Routes.Of("bill", Routes.Send("bank")) with { From = ["process.debt"], Key = null };

    [Test]
    public async Task Should_append_a_message_that_a_route_delivers()
    {
        var bank = new FakeEndpoint("bank");
        await using var hub = await TestHub.StartAsync(new TestHubOptions { Definitions = new FakeDefinitions([DebtHub.Process], [.. DebtHub.Routes("open"), s_out]) }, bank);

        await hub.SendAsync("debt=7;event=open;ref=o1;amount=1000");
        await hub.UntilAsync(async () => (await hub.Reader.MessagesAsync(new() { Channel = "process.debt", State = Core.Messages.MessageState.Routed }, CancellationToken.None)).Count == 1, "a message of the case");

        var sent = (await hub.Reader.MessagesAsync(new() { Channel = "process.debt" }, CancellationToken.None)).Single();
        await hub.UntilHandlingAsync(sent.Id, HandlingState.Done);
        Assert.That(sent.Type, Is.EqualTo("invoice"));
        var body = KvFormat.Text((await hub.Reader.MessageAsync(sent.Id, CancellationToken.None))!.Payload);
        Assert.That(body, Does.Contain("""{"name":"case","valueString":"7"}""").And.Contain("""{"name":"amount","valueInteger":1000}"""));
    }

    [Test]
    public async Task Should_hear_of_the_death_of_what_it_sent()
    {
        var bank = new FakeEndpoint("bank") { Behaviour = (_, _) => new(FakeEndpoint.Rejects()) };
        await using var hub = await TestHub.StartAsync(new TestHubOptions { Definitions = new FakeDefinitions([DebtHub.Process], [.. DebtHub.Routes("open"), s_out]) }, bank);

        await hub.SendAsync("debt=7;event=open;ref=o1;amount=1000");
        await hub.PassAsync(
            async () => (await hub.HistoryAsync("7")).Any(one => one.Event == "handling-dead"), TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(2), "a case that heard of the dead letter");

        var items = await hub.Reader.WorkItemsAsync(new(), CancellationToken.None);
        Assert.That(items.Select(item => item.What), Does.Contain("find another address"));
    }
}
