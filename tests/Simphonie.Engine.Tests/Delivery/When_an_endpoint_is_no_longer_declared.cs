using Simphonie.Core.Journal;
using Simphonie.Engine.Delivery;
using Simphonie.Engine.Explain;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Delivery;

public sealed class When_an_endpoint_is_no_longer_declared
{
    [Test]
    public async Task Should_say_so_at_once_and_send_when_it_is_declared_again()
    {
        var data = Directory.CreateTempSubdirectory("simphonie-engine-");
        try
        {
            var options = new TestHubOptions { Directory = data.FullName, Routes = [Routes.Of("all", Routes.Send("back"))] };
            var message = await LeaveWaitingAsync(options);

            await using (var without = await TestHub.StartAsync(options, new FakeEndpoint("another")))
            {
                var why = (await without.Engine.Why.MessageAsync(message, default)).Single();
                var item = (await without.Reader.WorkItemsAsync(new(), default)).Single();

                Assert.That((why.Reason, why.Endpoint), Is.EqualTo((WhereReason.EndpointGone, "back")));
                Assert.That(why.Sentence, Does.Contain("SIM4205"));
                Assert.That((item.Code, item.What.Contains("back", StringComparison.Ordinal)), Is.EqualTo((DeliveryCodes.EndpointGone.Id, true)));
            }

            await using (var still = await TestHub.StartAsync(options))
            {
                Assert.That(await still.Reader.WorkItemsAsync(new(), default), Has.Count.EqualTo(1), "one item, however often the hub starts");
            }

            var back = new FakeEndpoint("back");
            await using var again = await TestHub.StartAsync(options, back);
            again.Time.Advance(TimeSpan.FromMinutes(1));
            await again.UntilHandlingAsync(message, HandlingState.Done);
            Assert.That(back.Received, Has.Count.EqualTo(1));
            Assert.That(await again.Reader.WorkItemsAsync(new(), default), Is.Empty);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<long> LeaveWaitingAsync(TestHubOptions options)
    {
        var down = new FakeEndpoint("back") { Behaviour = static (_, _) => new(FakeEndpoint.Busy()) };
        await using var hub = await TestHub.StartAsync(options, down);
        var message = (await hub.SendAsync("id=1;key=A")).MessageId;
        await hub.UntilHandlingAsync(message, HandlingState.Waiting);
        await hub.UntilAsync(() => down.Received.Count > 0, "an attempt");
        return message;
    }
}
