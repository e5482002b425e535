using System.Security.Cryptography;
using System.Text;
using Simphonie.Core.Channels;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Engine.Intake;
using Simphonie.Engine.Tests.Support;

namespace Simphonie.Engine.Tests.Intake;

public sealed class When_a_message_may_not_come_in
{
    [Test]
    public async Task Should_keep_what_cannot_be_read_and_never_route_it()
    {
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back"))], new FakeEndpoint("back"));

        var result = await hub.SendAsync("!noise");

        Assert.That(result.Disposition, Is.EqualTo(IntakeDisposition.Unreadable));
        await hub.QuietAsync();
        var kept = await hub.Reader.MessageAsync(result.MessageId, default);
        Assert.That(kept!.State, Is.EqualTo(MessageState.Refused));
        Assert.That(KvFormat.Text(kept.Payload), Is.EqualTo("!noise"));
        Assert.That(await hub.Reader.HandlingsOfAsync(result.MessageId, default), Is.Empty);
    }

    [Test]
    public async Task Should_refuse_a_message_of_the_other_world()
    {
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back"))], new FakeEndpoint("back"));

        var result = await hub.SendAsync("id=1;world=real");

        Assert.That(result.Disposition, Is.EqualTo(IntakeDisposition.WrongWorld));
        Assert.That(result.Findings.Single().StandardCode, Is.EqualTo("202"));
        Assert.That((await hub.Reader.MessageAsync(result.MessageId, default))!.World, Is.EqualTo(World.Real));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Should_keep_the_head_length_and_hash_of_one_over_the_limit(bool asStream)
    {
        await using var hub = await TestHub.StartAsync(new TestHubOptions { SizeLimit = 200_000 });
        var bytes = Encoding.ASCII.GetBytes("id=1;x=" + new string('a', 250_000));

        var result = await hub.Engine.Intake.ReceiveAsync(
            asStream ? new() { Channel = "in", Stream = new MemoryStream(bytes) } : new() { Channel = "in", Body = bytes },
            CancellationToken.None);

        Assert.That(result.Disposition, Is.EqualTo(IntakeDisposition.TooLarge));
        Assert.That(result.Findings[^1].StandardCode, Is.EqualTo("207"));
        Assert.That(result.Inspection.ControlId, Is.EqualTo("1"));
        var kept = await hub.Reader.MessageAsync(result.MessageId, default);
        Assert.That(kept!.State, Is.EqualTo(MessageState.Refused));
        Assert.That(KvFormat.Text(kept.Payload), Is.EqualTo(Encoding.ASCII.GetString(bytes, 0, Payload.InlineLimit)));
        if (!asStream)
        {
            Assert.That(kept.Payload!.Hash.ToArray(), Is.EqualTo(SHA256.HashData(bytes)));
        }
    }

    [Test]
    public async Task Should_stream_a_large_message_and_hand_it_out_whole()
    {
        var back = new FakeEndpoint("back");
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back"))], back);
        var text = "id=1;x=" + new string('a', 300_000);

        var result = await hub.Engine.Intake.ReceiveAsync(new() { Channel = "in", Stream = new MemoryStream(Encoding.ASCII.GetBytes(text)) }, CancellationToken.None);

        await hub.UntilHandlingAsync(result.MessageId, HandlingState.Done);
        Assert.That(back.Texts.Single(), Is.EqualTo(text));
    }

    [Test]
    public async Task Should_answer_with_overload_when_too_many_are_at_the_door()
    {
        await using var hub = await TestHub.StartAsync(new TestHubOptions { Settings = settings => settings with { MaxInFlight = 1 } });
        var blocked = new BlockedStream();
        var first = hub.Engine.Intake.ReceiveAsync(new() { Channel = "in", Stream = blocked }, CancellationToken.None);

        var second = await hub.SendAsync("id=2");

        Assert.That(second.Disposition, Is.EqualTo(IntakeDisposition.Overloaded));
        Assert.That(second.MessageId, Is.Zero);
        blocked.End();
        await first;
        Assert.That((await hub.SendAsync("id=2")).Disposition, Is.EqualTo(IntakeDisposition.Accepted));
    }

    [Test]
    public async Task Should_refuse_while_the_disk_is_low_but_finish_what_was_accepted()
    {
        var gate = new TaskCompletionSource();
        var back = new FakeEndpoint("back")
        {
            Behaviour = async (_, _) =>
            {
                await gate.Task;
                return FakeEndpoint.Answer("ok=1");
            },
        };
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back"))], back);
        var accepted = await hub.SendAsync("id=1");
        await hub.UntilAsync(() => back.Received.Count == 1, "the first to have left");

        hub.FreeDisk = 600L * 1024 * 1024;
        hub.Time.Advance(TimeSpan.FromSeconds(2));
        var refused = await hub.SendAsync("id=2");
        gate.SetResult();

        Assert.That(refused.Findings.Single().Code, Is.EqualTo(IntakeCodes.DiskLow));
        await hub.UntilHandlingAsync(accepted.MessageId, HandlingState.Done);
    }

    [Test]
    public async Task Should_let_nothing_leave_below_the_lower_mark_until_space_returns()
    {
        var back = new FakeEndpoint("back") { Behaviour = (_, _) => new(FakeEndpoint.Busy()) };
        await using var hub = await TestHub.StartAsync([Routes.Of("all", Routes.Send("back"))], back);
        var message = await hub.SendAsync("id=1");
        await hub.UntilAsync(() => back.Received.Count == 1, "the first attempt");
        await hub.QuietAsync();

        hub.FreeDisk = 1;
        back.Behaviour = (_, _) => new(FakeEndpoint.Answer("ok=1"));
        await hub.PassAsync(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1));
        Assert.That(back.Received, Has.Count.EqualTo(1));

        hub.FreeDisk = long.MaxValue;
        await hub.PassAsync(async () => (await hub.HandlingAsync(message.MessageId)).State == HandlingState.Done, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2), "delivered");
    }

    private sealed class BlockedStream : MemoryStream
    {
        private readonly TaskCompletionSource _end = new();

        public void End() => _end.SetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _end.Task;
            return 0;
        }
    }
}
