using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Simphonie.Channels.Mail;
using Simphonie.Channels.Tests.Fakes;

namespace Simphonie.Channels.Tests.Mail;

/// <summary>Acknowledgements and returns come into one mailbox; each channel takes its own flow.</summary>
public sealed class When_a_mailbox_has_several_flows
{
    private Pop3Box _box = null!;

    [SetUp]
    public void Fill()
    {
        _box = new Pop3Box();
        _box.Put(Mail("IRISTEST/ARL", "ARL"));
        _box.Put(Mail("IRISTEST/NOEMIE", "NOEMIE"));
    }

    [TearDown]
    public async Task CloseAsync() => await _box.DisposeAsync();

    [Test]
    public async Task Should_leave_the_other_flow_to_another_channel()
    {
        var returns = await LookAsync("IRISTEST/NOEMIE", leave: true, times: 2);
        Assert.That((returns, _box.Count), Is.EqualTo(("NOEMIE", 1)));

        var acknowledgements = await LookAsync("IRISTEST/ARL", leave: true);
        Assert.That((acknowledgements, _box.Count), Is.EqualTo(("ARL", 0)));
    }

    [Test]
    public async Task Should_keep_the_other_flow_as_refused_where_nothing_else_is_said()
    {
        var received = await LookAsync("IRISTEST/NOEMIE", leave: false);
        Assert.That(_box.Count, Is.Zero);
        Assert.That(received, Does.Contain("Content-Description: IRISTEST/ARL").And.EndsWith("NOEMIE"));
    }

    private static byte[] Mail(string flow, string file) => Encoding.ASCII.GetBytes(
        $"Content-Type: application/EDI-consent\r\nContent-Description: {flow}\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Encoding.ASCII.GetBytes(file))}\r\n");

    private async Task<string> LookAsync(string flow, bool leave, int times = 1)
    {
        var intake = new RecordingIntake();
        var settings = MailParts.Mailbox(MailParts.Plain(_box.Port, "x")) with { Descriptions = [flow], LeaveOthers = leave };
        await using var channel = new MailInbound(settings, intake, TimeProvider.System, NullLoggerFactory.Instance);
        for (var look = 0; look < times; look++)
        {
            await channel.LookAsync();
        }

        return string.Concat(intake.Received);
    }
}
