using Simphonie.Core.Channels;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Road;

public sealed class When_a_message_travels
{
    [Test]
    public async Task Should_be_asked_answered_and_sent_back()
    {
        var rights = new FakeEndpoint("rights") { Behaviour = (_, _) => new(FakeEndpoint.Answer("rights=open")) };
        var back = new FakeEndpoint("back");
        await using var hub = await TestHub.StartAsync(
            [
                Routes.Of(
                    "verify",
                    Routes.Map("request", input => $"ask={KvFormat.Field(input.Source, "nir")}"),
                    Routes.Call("rights", new FakeMapping("ask", input => $"q={KvFormat.Field(input.Documents["request"], "ask")}"), new FakeMapping("read", input => $"r={KvFormat.Field(input.Source, "rights")};for={KvFormat.Field(input.Documents["request"], "ask")}")),
                    Routes.Send("back", new FakeMapping("return", input => $"id={KvFormat.Field(input.Documents["message"], "id")};{KvFormat.Field(input.Documents["answer"], "r")}={KvFormat.Field(input.Documents["answer"], "for")}"))),
            ],
            rights,
            back);

        var result = await hub.SendAsync("id=1;key=A;nir=123");
        var handling = await hub.UntilHandlingAsync(result.MessageId, HandlingState.Done);

        Assert.That(result.Disposition, Is.EqualTo(IntakeDisposition.Accepted));
        Assert.That(rights.Texts, Is.EqualTo(new[] { "q=123" }));
        Assert.That(back.Texts, Is.EqualTo(new[] { "id=1;open=123" }));
        Assert.That(handling.EndedAt, Is.Not.Null);
        var message = await hub.Reader.MessageAsync(result.MessageId, CancellationToken.None);
        Assert.That(message!.State, Is.EqualTo(MessageState.Routed));
        Assert.That(message.Revision, Is.EqualTo("r1"));
    }

    [Test]
    public async Task Should_end_as_unrouted_when_no_route_wants_it()
    {
        await using var hub = await TestHub.StartAsync([Routes.Of("a01", Routes.Send("back")) with { When = FakeExpression.Is("type", "A01") }], new FakeEndpoint("back"));

        var result = await hub.SendAsync("id=1;type=A08");

        await hub.UntilAsync(async () => (await hub.Reader.MessageAsync(result.MessageId, default))!.State == MessageState.Unrouted, "unrouted");
        Assert.That(await hub.Reader.HandlingsOfAsync(result.MessageId, default), Is.Empty);
    }

    [Test]
    public async Task Should_keep_the_order_of_a_key_through_calls_and_failures()
    {
        var failed = 0;
        var rights = new FakeEndpoint("rights")
        {
            Behaviour = (request, _) => new(KvFormat.Text(request.Body).Contains("id=1;", StringComparison.Ordinal) && Interlocked.Increment(ref failed) <= 2 ? FakeEndpoint.Busy() : FakeEndpoint.Answer("ok=1")),
        };
        var back = new FakeEndpoint("back");
        await using var hub = await TestHub.StartAsync([Routes.Of("verify", Routes.Call("rights"), Routes.Send("back"))], rights, back);

        var last = 0L;
        for (var i = 1; i <= 5; i++)
        {
            last = (await hub.SendAsync($"id={i};key=A")).MessageId;
        }

        await hub.PassAsync(async () => (await hub.HandlingAsync(last)).State == HandlingState.Done, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), "all done");
        Assert.That(back.Texts, Is.EqualTo(Enumerable.Range(1, 5).Select(i => $"id={i};key=A")));
    }

    [Test]
    public async Task Should_not_let_another_key_wait()
    {
        var gate = new TaskCompletionSource();
        var back = new FakeEndpoint("back")
        {
            Behaviour = async (request, _) =>
            {
                if (KvFormat.Text(request.Body).Contains("key=A", StringComparison.Ordinal))
                {
                    await gate.Task;
                }

                return FakeEndpoint.Answer("ok=1");
            },
        };
        await using var hub = await TestHub.StartAsync([Routes.Of("verify", Routes.Send("back"))], back);

        var slow = await hub.SendAsync("id=1;key=A");
        var behind = await hub.SendAsync("id=2;key=A");
        var other = await hub.SendAsync("id=3;key=B");

        await hub.UntilHandlingAsync(other.MessageId, HandlingState.Done);
        Assert.That((await hub.HandlingAsync(behind.MessageId)).State, Is.EqualTo(HandlingState.Held));
        gate.SetResult();
        await hub.UntilHandlingAsync(slow.MessageId, HandlingState.Done);
        await hub.UntilHandlingAsync(behind.MessageId, HandlingState.Done);
    }
}
