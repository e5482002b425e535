using System.Text;
using Simphonie.Core.Channels;

namespace Simphonie.Channels.Tests.Mllp;

[CancelAfter(60_000)]
public sealed class When_messages_arrive
{
    [Test]
    public async Task Should_take_them_whatever_way_TCP_splits_them([Values(1, 2, 3, 7, 40)] int piece, CancellationToken cancellationToken)
    {
        await using var site = await MllpSite.StartAsync(cancellationToken);
        await using var stream = await site.ConnectAsync(cancellationToken);
        var wire = MllpSite.Frame(MllpSite.Message("1")).Concat(MllpSite.Frame(MllpSite.Message("2"))).ToArray();
        for (var at = 0; at < wire.Length; at += piece)
        {
            await stream.WriteAsync(wire.AsMemory(at, Math.Min(piece, wire.Length - at)), cancellationToken);
        }

        Assert.That(await MllpSite.ReadAnswersAsync(stream, 2, cancellationToken), Is.EqualTo(new[] { "MSA|AA|1", "MSA|AA|2" }));
        Assert.That(site.Intake.Received, Is.EqualTo(new[] { MllpSite.Message("1"), MllpSite.Message("2") }));
    }

    [Test]
    public async Task Should_answer_pipelined_messages_in_their_order(CancellationToken cancellationToken)
    {
        await using var site = await MllpSite.StartAsync(cancellationToken);
        site.Intake.Answer = number => number % 3 == 1 ? IntakeDisposition.Conflict : IntakeDisposition.Accepted;
        await using var stream = await site.ConnectAsync(cancellationToken);
        await stream.WriteAsync(Enumerable.Range(0, 200).SelectMany(id => MllpSite.Frame(MllpSite.Message($"{id}"))).ToArray(), cancellationToken);
        var expected = Enumerable.Range(0, 200).Select(id => $"MSA|{(id % 3 == 1 ? "AE" : "AA")}|{id}");
        Assert.That(await MllpSite.ReadAnswersAsync(stream, 200, cancellationToken), Is.EqualTo(expected));
    }

    [Test]
    public async Task Should_give_a_large_message_to_intake_as_it_comes(CancellationToken cancellationToken)
    {
        await using var site = await MllpSite.StartAsync(cancellationToken);
        await using var stream = await site.ConnectAsync(cancellationToken);
        var large = MllpSite.Message("1") + "OBX|1|ED|||^^^Base64^" + new string('Q', 10_000_000) + "\r";
        await stream.WriteAsync(MllpSite.Frame(large), cancellationToken);
        await stream.WriteAsync(MllpSite.Frame(MllpSite.Message("2")), cancellationToken);
        Assert.That(await MllpSite.ReadAnswersAsync(stream, 2, cancellationToken), Is.EqualTo(new[] { "MSA|AA|1", "MSA|AA|2" }));
        Assert.That(site.Intake.Received.First(), Is.EqualTo(large));
    }

    [Test]
    public async Task Should_read_away_a_message_over_the_limit_and_go_on(CancellationToken cancellationToken)
    {
        await using var site = await MllpSite.StartAsync(cancellationToken, settings => settings with { MessageBytes = 1_000_000 });
        site.Intake.LimitBytes = 1_000_000;
        await using var stream = await site.ConnectAsync(cancellationToken);
        await stream.WriteAsync(MllpSite.Frame(MllpSite.Message("1") + new string('Q', 3_000_000)), cancellationToken);
        await stream.WriteAsync(MllpSite.Frame(MllpSite.Message("2")), cancellationToken);
        Assert.That(await MllpSite.ReadAnswersAsync(stream, 2, cancellationToken), Is.EqualTo(new[] { "MSA|AR|1", "MSA|AA|2" }));
    }

    [Test]
    public async Task Should_close_when_a_message_is_over_ten_times_the_limit(CancellationToken cancellationToken)
    {
        await using var site = await MllpSite.StartAsync(cancellationToken, settings => settings with { MessageBytes = 100_000 });
        site.Intake.LimitBytes = 100_000;
        await using var stream = await site.ConnectAsync(cancellationToken);
        var write = stream.WriteAsync(MllpSite.Frame(MllpSite.Message("1") + new string('Q', 100_000_000)), cancellationToken).AsTask();
        var answers = await MllpSite.ReadAnswersAsync(stream, 2, cancellationToken).ContinueWith(task => task.IsFaulted ? [] : task.Result, CancellationToken.None);
        Assert.That(answers, Has.Length.LessThanOrEqualTo(1));
        Assert.That(async () => await write, Throws.InstanceOf<IOException>());
    }

    [Test]
    public async Task Should_keep_with_the_message_that_its_end_block_was_missing(CancellationToken cancellationToken)
    {
        await using var site = await MllpSite.StartAsync(cancellationToken);
        await using var stream = await site.ConnectAsync(cancellationToken);
        await stream.WriteAsync(MllpSite.Frame(MllpSite.Message("1"))[..^2].Concat(MllpSite.Frame(MllpSite.Message("2"))).ToArray(), cancellationToken);
        await MllpSite.ReadAnswersAsync(stream, 2, cancellationToken);

        Assert.That(site.Intake.Findings.Select(static found => string.Join(' ', found.Select(static finding => finding.Code.Id))), Is.EqualTo(new[] { "SIM3104", "" }));
    }

    [Test]
    public async Task Should_send_the_application_acknowledgement_of_a_duplicate_once(CancellationToken cancellationToken)
    {
        await using var site = await MllpSite.StartAsync(cancellationToken);
        site.Intake.Answer = static number => number == 0 ? IntakeDisposition.Accepted : IntakeDisposition.Duplicate;
        site.Intake.FirstId = 1;
        await using var stream = await site.ConnectAsync(cancellationToken);
        var message = Enhanced("1");
        await stream.WriteAsync(Enumerable.Repeat(MllpSite.Frame(message), 2).SelectMany(static frame => frame).ToArray(), cancellationToken);
        Assert.That(await MllpSite.ReadAnswersAsync(stream, 3, cancellationToken), Is.EqualTo(new[] { "MSA|CA|1", "MSA|AA|1", "MSA|CA|1" }));

        // What was sent on a connection that has ended may not have arrived.
        await using var another = await site.ConnectAsync(cancellationToken);
        await another.WriteAsync(MllpSite.Frame(message), cancellationToken);
        Assert.That(await MllpSite.ReadAnswersAsync(another, 2, cancellationToken), Is.EqualTo(new[] { "MSA|CA|1", "MSA|AA|1" }));
    }

    [Test]
    public async Task Should_hand_on_the_same_application_acknowledgement_for_a_duplicate(CancellationToken cancellationToken)
    {
        var time = new SteppingTime();
        await using var site = await MllpSite.StartAsync(cancellationToken, time: time, applicationAcks: "acks");
        site.Intake.Answer = static number => number < 2 ? IntakeDisposition.Accepted : IntakeDisposition.Duplicate;
        site.Intake.FirstId = 1;
        await using var stream = await site.ConnectAsync(cancellationToken);
        await stream.WriteAsync(MllpSite.Frame(Enhanced("1")), cancellationToken);
        await MllpSite.ReadAnswersAsync(stream, 1, cancellationToken);
        time.Now += TimeSpan.FromMinutes(5);
        await stream.WriteAsync(MllpSite.Frame(Enhanced("1")), cancellationToken);
        await MllpSite.ReadAnswersAsync(stream, 1, cancellationToken);

        var handedOn = site.Intake.Received.Where(static text => text.Contains("MSA|AA|1", StringComparison.Ordinal)).ToArray();
        Assert.That(handedOn, Has.Length.EqualTo(2));
        Assert.That(handedOn[1], Is.EqualTo(handedOn[0]), "the same bytes, which intake knows for a duplicate");
    }

    private static string Enhanced(string id) => $"MSH|^~\\&|GAP|CH|HUB|CH|20260101120000||ADT^A01^ADT_A01|{id}|T|2.5|||AL|AL\r";

    private sealed class SteppingTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    [Test]
    public async Task Should_keep_what_is_no_frame_as_unreadable(CancellationToken cancellationToken)
    {
        await using var site = await MllpSite.StartAsync(cancellationToken);
        await using var stream = await site.ConnectAsync(cancellationToken);
        await stream.WriteAsync(Encoding.Latin1.GetBytes("GET / HTTP/1.1\r\n").Concat(MllpSite.Frame(MllpSite.Message("2"))).ToArray(), cancellationToken);
        Assert.That(await MllpSite.ReadAnswersAsync(stream, 2, cancellationToken), Is.EqualTo(new[] { "MSA|AR|", "MSA|AA|2" }));
    }

    [TestCase("\vMSH|^~\\&|cut off", "MSH|^~\\&|cut off", "AR", TestName = "truncated frame")]
    [TestCase("\vMSH|^~\\&|||||||ADT^A01|9|D|2.5\r\x1c", "MSH|^~\\&|||||||ADT^A01|9|D|2.5\r", "AA", TestName = "end block without carriage return at the end")]
    public async Task Should_keep_what_a_sender_leaves_behind(string sent, string kept, string code, CancellationToken cancellationToken)
    {
        await using var site = await MllpSite.StartAsync(cancellationToken);
        await using var stream = await site.ConnectAsync(cancellationToken);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(sent), cancellationToken);
        stream.Socket.Shutdown(System.Net.Sockets.SocketShutdown.Send);
        var answers = await MllpSite.ReadAnswersAsync(stream, 1, cancellationToken);
        Assert.That(site.Intake.Received, Is.EqualTo(new[] { kept }));
        Assert.That(answers.Single(), Does.StartWith($"MSA|{code}|"));
    }

    [Test]
    public async Task Should_follow_the_enhanced_mode_on_the_same_connection(CancellationToken cancellationToken)
    {
        await using var site = await MllpSite.StartAsync(cancellationToken);
        await using var stream = await site.ConnectAsync(cancellationToken);
        await stream.WriteAsync(MllpSite.Frame(MllpSite.Message("1", "|||AL|AL")), cancellationToken);
        Assert.That(await MllpSite.ReadAnswersAsync(stream, 2, cancellationToken), Is.EqualTo(new[] { "MSA|CA|1", "MSA|AA|1" }));
    }

    [Test]
    public async Task Should_close_a_connection_over_the_limit(CancellationToken cancellationToken)
    {
        await using var site = await MllpSite.StartAsync(cancellationToken, settings => settings with { Connections = 1 });
        await using var first = await site.ConnectAsync(cancellationToken);
        await first.WriteAsync(MllpSite.Frame(MllpSite.Message("1")), cancellationToken);
        Assert.That(await MllpSite.ReadAnswersAsync(first, 1, cancellationToken), Has.Length.EqualTo(1));
        await using var second = await site.ConnectAsync(cancellationToken);
        Assert.That(await second.ReadAsync(new byte[1], cancellationToken), Is.Zero);
    }
}
