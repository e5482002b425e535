using System.Buffers;
using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Hl7v2.Acknowledgements;

namespace Simphonie.Formats.Tests.Hl7v2.Acknowledgements;

public sealed class When_a_message_is_acknowledged
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 8, 5, 6, TimeSpan.FromHours(1));
    private static readonly DiagnosticCode Code = new("SIM9999", Severity.Error, "", "");

    [Test]
    public void Should_swap_sender_and_receiver_and_echo_the_rest()
    {
        var message = "MSH|^~\\&|GAM|CHU-X|DPI|CHU-Y|20240306111154||ADT^A01^ADT_A01|3975|D|2.5^FRA^2.11|||||FRA|8859/1\rEVN||\r";
        Assert.That(Write(message, "AA"), Is.EqualTo(
            "MSH|^~\\&|DPI|CHU-Y|GAM|CHU-X|20260304080506||ACK^A01^ACK|A1|D|2.5^FRA^2.11|||||FRA|8859/1\rMSA|AA|3975\r"));
    }

    [Test]
    public void Should_use_the_delimiters_of_the_message()
    {
        Assert.That(Write("MSH#:*%@#G#X#D#Y#2024##ADT:A01#7#D#2.5\r", "AE", new Diagnostic(Code, Severity.Error, "a#b:c", Place.InMessage("PID[1]-3[2].4.1"), "101")), Is.EqualTo(
            "MSH#:*%@#D#Y#G#X#20260304080506##ACK:A01:ACK#A1#D#2.5\rMSA#AE#7\rERR##PID:1:3:2:4:1#101::HL70357#E#SIM9999####a%F%b%S%c\r"));
    }

    [TestCase("ADT^A28^ADT_A05", "ACK^A28^ACK")]
    [TestCase("ADT^ADT^A28", "ACK^A28^ACK", Description = "the event stands one component late")]
    [TestCase("ADT^A28", "ACK^A28^ACK")]
    [TestCase("ADT", "ACK")]
    [TestCase("ACK^ACK", "ACK^ACK^ACK")]
    public void Should_say_the_event_it_answers(string type, string answered)
    {
        Assert.That(Write($"MSH|^~\\&|||||||{type}|1|D|2.5\r", "AA").Split('|')[8], Is.EqualTo(answered));
    }

    [TestCase("PID[1]-3[2].4.1", "PID^1^3^2^4^1")]
    [TestCase("PID-8", "PID^1^8^1")]
    [TestCase("ZBE[2]-9", "ZBE^2^9^1")]
    [TestCase("EVN", "EVN^1")]
    [TestCase("/Envelope/Body", "")]
    public void Should_say_the_place_as_ERL(string path, string location)
    {
        var written = Write("MSH|^~\\&|||||||ADT^A01|1|D|2.5\r", "AE", new Diagnostic(Code, Severity.Error, "x", Place.InMessage(path), "102"));
        Assert.That(written.Split('\r')[2].Split('|')[2], Is.EqualTo(location));
    }

    [TestCase("")]
    [TestCase("\u0001\u0002binary")]
    [TestCase("PID|1")]
    public void Should_answer_bytes_that_are_no_message(string bytes)
    {
        Assert.That(Write(bytes, "AR"), Is.EqualTo("MSH|^~\\&|||||20260304080506||ACK|A1|T|2.5\rMSA|AR|\r"));
    }

    [Test]
    public void Should_not_ask_to_send_again_what_HL7_has_no_code_for()
    {
        var written = Write("MSH|^~\\&|||||||ADT^A01|1|D|2.5\r", "AR", new Diagnostic(Code, Severity.Error, "x", Place.Whole));
        Assert.That(written.Split('\r')[2].Split('|')[3], Is.EqualTo("100^^HL70357"));
    }

    [Test]
    public void Should_be_read_back()
    {
        var bytes = Encoding.Latin1.GetBytes("MSH|^~\\&|D|Y|G|X|2026||ACK|A1|D|2.5\rMSA|AE|3975\rERR||PID^1^3|101^^HL70357|E\rERR|||207|E\r");
        Assert.That(AcknowledgementReader.TryRead(bytes, out var read), Is.True);
        Assert.That((read!.Code, read.ControlId, string.Join(' ', read.ErrorCodes)), Is.EqualTo(("AE", "3975", "101 207")));
    }

    [TestCase("")]
    [TestCase("HELLO")]
    [TestCase("MSH|^~\\&|D\rPID|1\r")]
    [TestCase("MSH|^~\\&|D\rMSA|AA\r")]
    public void Should_not_take_something_else_for_an_acknowledgement(string text)
    {
        Assert.That(AcknowledgementReader.TryRead(Encoding.Latin1.GetBytes(text), out _), Is.False);
    }

    private static string Write(string message, string code, params Diagnostic[] findings)
    {
        var writer = new ArrayBufferWriter<byte>();
        AcknowledgementBuilder.Write(Encoding.Latin1.GetBytes(message), code, "A1", At, findings, writer);
        return Encoding.Latin1.GetString(writer.WrittenSpan);
    }
}
