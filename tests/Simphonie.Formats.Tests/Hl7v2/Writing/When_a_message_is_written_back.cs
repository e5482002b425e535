using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.Hl7v2;
using Simphonie.Formats.Hl7v2.Reading;
using Simphonie.Formats.Hl7v2.Writing;
using Simphonie.Formats.Tests.Hl7v2.Reading;

namespace Simphonie.Formats.Tests.Hl7v2.Writing;

public sealed class When_a_message_is_written_back
{
    [Test]
    public void Should_be_the_same_bytes() => Prop.ForAll(GeneratedMessage.Arbitrary, message =>
    {
        var bytes = Encoding.UTF8.GetBytes(message.Text);
        var format = new Hl7Format();
        var buffer = new ArrayBufferWriter<byte>();
        format.Write(format.Read(bytes, Hl7Files.PamFr), buffer);
        return buffer.WrittenSpan.SequenceEqual(bytes);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_keep_every_copied_segment() => Prop.ForAll(GeneratedMessage.Arbitrary, message =>
    {
        var source = Hl7Document.Read(Encoding.UTF8.GetBytes(message.Text), Hl7Files.PamFr);
        var builder = new Hl7Builder(Hl7Files.PamFr);
        var segments = new List<Node>();
        source.AppendChildren(0, segments);
        foreach (var segment in segments)
        {
            builder.Copy(builder.Append(0, segment.Name), segment);
        }

        var built = (Hl7Document)builder.Build([]);
        return built.SegmentCount == source.SegmentCount &&
            Enumerable.Range(0, built.SegmentCount).All(index => built.SegmentBytes(index).Span.SequenceEqual(source.SegmentBytes(index).Span));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_change_one_repetition_and_no_other_byte() => Prop.ForAll(GeneratedMessage.Arbitrary, message =>
    {
        var source = Hl7Document.Read(Encoding.UTF8.GetBytes(message.Text), Hl7Files.PamFr);
        var builder = new Hl7Builder(Hl7Files.PamFr);
        var header = builder.Append(0, "MSH");
        builder.Copy(header, source.At("MSH")[0]);
        var patient = builder.Append(0, "PID");
        builder.Copy(patient, source.At("PID")[0]);
        builder.Set(builder.Child(patient, "PID-2"), Value.Of("new"));
        var findings = new DiagnosticBag();
        var built = (Hl7Document)builder.Build(findings);

        var separator = message.Delimiters[0];
        var before = Encoding.UTF8.GetString(source.SegmentBytes(1).Span).Split(separator).ToList();
        while (before.Count < 3)
        {
            before.Add("");
        }

        var repetitions = before[2].Split(message.Delimiters[2]);
        repetitions[0] = "new";
        before[2] = string.Join(message.Delimiters[2], repetitions);
        return findings.Count == 0 && Encoding.UTF8.GetString(built.SegmentBytes(1).Span) == string.Join(separator, before);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_translate_delimiters_and_charset_of_a_foreign_source() => Prop.ForAll(GeneratedMessage.Arbitrary, message =>
    {
        var source = Hl7Document.Read(Encoding.UTF8.GetBytes(message.Text), Hl7Files.PamFr);
        var builder = new Hl7Builder(Hl7Files.PamFr);
        var header = builder.Append(0, "MSH");
        builder.Set(builder.Child(header, "MSH-18"), Value.Of("UNICODE UTF-8"));
        builder.Copy(builder.Append(0, "PID"), source.At("PID")[0]);
        var built = (Hl7Document)builder.Build([]);
        for (var field = 1; field <= 20; field++)
        {
            if (source.Text(1, field, 2, 2, 1) != built.Text(1, field, 2, 2, 1) || source.Text(1, field, 1, 1, 3) != built.Text(1, field, 1, 1, 3))
            {
                return false;
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();
}
