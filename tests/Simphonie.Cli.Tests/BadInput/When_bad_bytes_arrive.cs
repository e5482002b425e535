using System.Text;
using Simphonie.Cli.Tests.Running;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Cli.Tests.BadInput;

/// <summary>What senders get wrong, over the real port of one running hub: every byte is kept, every sender is answered, the hub goes on.</summary>
public sealed class When_bad_bytes_arrive
{
    private const string SlowSettings = "limits: {message_megabytes: 20, connections: 50, idle_seconds: 2}";

    private TestSite _site = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _site = new TestSite(new Dictionary<string, int>(), limits: SlowSettings);
        await _site.StartAsync(CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _site.DisposeAsync();

    [TearDown]
    public async Task StillServes()
    {
        var id = "AFTER" + TestContext.CurrentContext.Test.ID;
        Assert.That(Hl7Text.CodeOf(await _site.SendAsync(Hl7Text.Movement("A02", id, "AFTER"), CancellationToken.None)), Is.EqualTo("AA"), "the hub still takes good messages");
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_refuse_and_keep_a_frame_that_was_cut_off(CancellationToken cancellationToken)
    {
        var answer = await SendAndEndAsync("\v" + Hl7Text.Movement("A02", "CUT", "CUT")[..120], cancellationToken);

        Assert.That(Hl7Text.CodeOf(answer), Is.EqualTo("AR"));
        Assert.That((await LastAsync(cancellationToken)).State, Is.EqualTo(MessageState.Refused));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_take_a_frame_without_the_last_byte(CancellationToken cancellationToken)
    {
        var answer = await SendAndEndAsync("\v" + Hl7Text.Movement("A02", "NOEND", "NOEND") + "\x1c", cancellationToken);

        Assert.That((Hl7Text.CodeOf(answer), Hl7Text.AnsweredOf(answer)), Is.EqualTo(("AA", "NOEND")));
        Assert.That((await LastAsync(cancellationToken)).State, Is.Not.EqualTo(MessageState.Refused));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_refuse_and_keep_binary_noise(CancellationToken cancellationToken)
    {
        var noise = new byte[50_000];
        new Random(7).NextBytes(noise);
        var text = Encoding.Latin1.GetString(noise).Replace('\x1c', ' ').Replace('\v', ' ');

        var answer = await _site.SendAsync(text, cancellationToken);

        Assert.That(Hl7Text.CodeOf(answer), Is.EqualTo("AR"));
        Assert.That((await LastAsync(cancellationToken)).Payload!.Length, Is.EqualTo(noise.Length), "every byte is kept");
    }

    [TestCase("MSH", "PID|1||X\r", "AR", TestName = "Rejects_a_message_that_does_not_begin_with_MSH")]
    [TestCase("MSH", "MSH|||||\r", "AR", TestName = "Rejects_a_header_without_encoding_characters")]
    [TestCase("MSH", "MSH|^~\\&|GAM|X|H|X|20240306||ADT^A02||D|2.5\rEVN||2024\r", "AR", TestName = "Rejects_a_message_without_control_id")]
    [TestCase("MSH", "MSH|^~\\&|GAM|X|H|X|20240306||ADT^ADT^A28|TYPE|D|2.5\rEVN||2024\r", "AA", TestName = "Accepts_an_event_that_stands_one_component_late")]
    [TestCase("MSH", "MSH|^~\\&|GAM|X|H|X|20240306||ADT^A02|CHARSET|D|2.5||||||EBCDIC-7\rEVN||2024\rPID|1||P\xE9\xE8\r", "AA", TestName = "Accepts_an_unknown_charset_with_a_finding")]
    [TestCase("MSH", "MSH|^~\\&|GAM|X|H|X|20240306||ADT^A02|TWO|D|2.5\rEVN||2024\rPID|1||A\rPV1|1|I\rPID|2||B\rPV1|1|I\r", "AA", TestName = "Accepts_two_patients_in_one_message_and_keeps_it")]
    [TestCase("MSH", "MSH|^~\\&|GAM|X|H|X|20240306||ADT^A02|REAL|P|2.5\rEVN||2024\r", "AR", TestName = "Rejects_a_message_of_the_real_world")]
    [CancelAfter(60_000)]
    public async Task Message(string _, string message, string code)
    {
        var answer = await _site.SendAsync(message, CancellationToken.None);

        Assert.That(Hl7Text.CodeOf(answer), Is.EqualTo(code), answer);
        Assert.That((await LastAsync(CancellationToken.None)).Acknowledgement, Is.EqualTo(code));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_answer_the_event_and_not_the_misplaced_code(CancellationToken cancellationToken)
    {
        var answer = await _site.SendAsync("MSH|^~\\&|GAM|X|H|X|20240306||ADT^ADT^A28|TYPE2|D|2.5\rEVN||2024\r", cancellationToken);

        Assert.That(answer!.Split('|')[8], Is.EqualTo("ACK^A28^ACK"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_take_four_hundred_repetitions_of_a_segment(CancellationToken cancellationToken)
    {
        var roles = string.Concat(Enumerable.Range(1, 400).Select(number => $"ROL|{number}|AD|ODRP|{number}^NOM{number}^PRENOM\r"));

        var answer = await _site.SendAsync(Hl7Text.Movement("A02", "ROLES", "ROLES") + roles, cancellationToken);

        Assert.That(Hl7Text.CodeOf(answer), Is.EqualTo("AA"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Should_close_a_connection_that_drips(CancellationToken cancellationToken)
    {
        using var wire = await MllpWire.ConnectAsync(_site.Port, cancellationToken);
        await wire.WriteRawAsync("\vMSH|^~\\&|SLOW"u8.ToArray(), cancellationToken);

        Assert.That(Hl7Text.CodeOf(await wire.ReadAsync(cancellationToken)), Is.EqualTo("AR"), "what came is kept and answered");
        Assert.That(await wire.ReadAsync(cancellationToken), Is.Null, "then the connection is closed");
    }

    private async Task<string?> SendAndEndAsync(string bytes, CancellationToken cancellationToken)
    {
        using var wire = await MllpWire.ConnectAsync(_site.Port, cancellationToken);
        await wire.WriteRawAsync(Encoding.Latin1.GetBytes(bytes), cancellationToken);
        wire.EndSending();
        return await wire.ReadAsync(cancellationToken);
    }

    private Task<MessageRecord> LastAsync(CancellationToken cancellationToken) => _site.WaitForAsync(
        async (journal, token) => await journal.MessageAsync((await journal.MessagesAsync(new MessageQuery { Limit = 1 }, token))[0].Id, token), cancellationToken);
}
