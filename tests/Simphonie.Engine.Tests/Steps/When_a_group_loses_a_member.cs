using Simphonie.Core.Documents;
using Simphonie.Core.Journal;
using Simphonie.Definitions.Routes;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Steps;

public sealed class When_a_group_loses_a_member
{
    [TestCase(1, "2,3")]
    [TestCase(3, "1,2")]
    public async Task Should_go_on_with_the_others(int discarded, string expected)
    {
        var back = new FakeEndpoint("back");
        var together = new Step.Aggregate(FakeExpression.Field("group"), null, TimeSpan.FromMinutes(10), "all", Routes.Nowhere);
        await using var hub = await TestHub.StartAsync([Routes.Of("all", together, Routes.Send("back", new FakeMapping("list", input => "ids=" + Ids(input.Documents["all"])))) with { Key = null }], back);
        for (var i = 1; i <= 3; i++)
        {
            await hub.SendAsync($"id={i};group=G");
            await hub.UntilHandlingAsync(i, HandlingState.Waiting);
        }

        await hub.Engine.Commands.DiscardAsync(new("c1", "tester"), (await hub.HandlingAsync(discarded)).Id, "sent by mistake", default);
        await hub.PassAsync(() => Task.FromResult(back.Received.Count == 1), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(12), "sent");

        Assert.That(back.Texts.Single(), Is.EqualTo("ids=" + expected));
        foreach (var other in new[] { 1, 2, 3 }.Where(other => other != discarded))
        {
            await hub.UntilHandlingAsync(other, HandlingState.Done);
        }
    }

    private static string Ids(Document group)
    {
        var members = new List<Node>();
        group.AppendChildren(group.Root.Handle, "message", members);
        return string.Join(',', members.Select(member => KvFormat.Field(member.Document, "id")));
    }
}
