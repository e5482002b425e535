using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Journal.Keys;
using Simphonie.Journal.Writing;

namespace Simphonie.Journal.Tests.Writing;

public sealed class When_what_waits_is_in_memory
{
    private static readonly HubKey s_key = new(new byte[32]);

    private UnsequencedWindow _window = null!;

    [SetUp]
    public void Begin() => _window = new();

    [Test]
    public void Should_know_nothing_before_a_group_is_on_disk()
    {
        _window.Note(1, Message("a"));

        Assert.That(_window.TryRead(10, out _), Is.False);
    }

    [Test]
    public void Should_offer_what_comes_after_the_position()
    {
        Publish(1, 2, 3);
        _window.NotePosition(1);
        _window.Publish();

        Assert.That(Read(), Is.EqualTo(new long[] { 2, 3 }));
    }

    [Test]
    public void Should_leave_to_the_database_what_is_before_it()
    {
        Publish(5, 6);

        Assert.That(_window.TryRead(10, out _), Is.False);
    }

    [Test]
    public void Should_leave_a_gap_to_the_database()
    {
        Publish(1, 2, 4);
        _window.NotePosition(1);
        _window.Publish();

        Assert.That(_window.TryRead(10, out _), Is.False);
    }

    [Test]
    public void Should_leave_to_the_database_what_was_kept_beside_it()
    {
        Publish(1);
        _window.NotePosition(1);
        _window.NoteBreak();
        _window.Publish();

        Assert.That(_window.TryRead(10, out _), Is.False, "it cannot say that nothing waits");
    }

    [Test]
    public void Should_say_that_nothing_waits()
    {
        Publish(1);
        _window.NotePosition(1);
        _window.Publish();

        Assert.That(Read(), Is.Empty);
    }

    [Test]
    public void Should_forget_a_group_that_is_undone()
    {
        Publish(1);
        _window.Note(2, Message("b"));
        _window.NotePosition(1);
        _window.Discard();
        _window.Publish();

        Assert.That(Read(), Is.EqualTo(new long[] { 1 }));
    }

    [Test]
    public void Should_keep_the_bytes_when_their_buffer_is_used_anew()
    {
        var buffer = "MSH|1"u8.ToArray();
        _window.Note(1, new(Append(buffer), s_key, handOn: true));
        _window.Publish();
        buffer.AsSpan().Clear();

        Assert.That(_window.TryRead(1, out var waiting), Is.True);
        using var lease = waiting![0].Payload!.Lease();
        Assert.That(lease.Memory.ToArray(), Is.EqualTo("MSH|1"u8.ToArray()));
    }

    private static PreparedMessage Message(string body) => new(Append(System.Text.Encoding.ASCII.GetBytes(body)), s_key, handOn: true);

    private static MessageAppend Append(byte[] body) => new()
    {
        Establishment = "750000018",
        Channel = "gap",
        Format = "hl7v2",
        World = World.Test,
        ReceivedAt = DateTimeOffset.UnixEpoch,
        State = MessageState.Received,
        Payload = new InlinePayload(body),
    };

    private void Publish(params long[] ids)
    {
        foreach (var id in ids)
        {
            _window.Note(id, Message("x"));
        }

        _window.Publish();
    }

    private long[] Read()
    {
        Assert.That(_window.TryRead(10, out var waiting), Is.True);
        return [.. waiting!.Select(message => message.Id)];
    }
}
