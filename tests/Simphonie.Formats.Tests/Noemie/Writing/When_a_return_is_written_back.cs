using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.Noemie;
using Simphonie.Formats.Noemie.Reading;

namespace Simphonie.Formats.Tests.Noemie.Writing;

public sealed class When_a_return_is_written_back
{
    [Test]
    public void Should_find_nothing_wrong_with_what_was_generated() => Prop.ForAll(GeneratedReturn.Arbitrary, text =>
        Good(text.Plain) && Good(text.Blocks)).QuickCheckThrowOnFailure();

    [Test]
    public void Should_be_the_same_bytes() => Prop.ForAll(GeneratedReturn.Arbitrary, text =>
        Written(text.Plain).SequenceEqual(text.Plain) && Written(text.Blocks).SequenceEqual(text.Blocks)).QuickCheckThrowOnFailure();

    [Test]
    public void Should_make_either_transport_of_the_other() => Prop.ForAll(GeneratedReturn.Arbitrary, text =>
        Framed(text.Plain, blocked: true).SequenceEqual(text.Blocks) && Framed(text.Blocks, blocked: false).SequenceEqual(text.Plain)).QuickCheckThrowOnFailure();

    [Test]
    public void Should_give_the_same_document_of_both_transports() => Prop.ForAll(GeneratedReturn.Arbitrary, text =>
        Contents(NoemieFiles.Read(text.Plain).Root).SequenceEqual(Contents(NoemieFiles.Read(text.Blocks).Root))).QuickCheckThrowOnFailure();

    [Test]
    public void Should_copy_a_whole_return_and_make_its_totals_anew()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var source = NoemieFiles.Read(GeneratedReturn.Of(seed).Blocks);
            var builder = new NoemieFormat().CreateBuilder(NoemieFiles.Ps, null);
            builder.Copy(builder.Root, source.Root);
            var findings = new DiagnosticBag();
            var built = (NoemieDocument)builder.Build(findings);

            Assert.That(findings, Is.Empty, $"seed {seed}");
            Assert.That(NoemieFiles.Validate(Bytes(built)).Where(finding => finding.Code != NoemieCodes.UnknownEntity), Is.Empty, $"seed {seed}");
            Assert.That(Parts(built), Is.EqualTo(Parts(source)), $"seed {seed}");
        }
    }

    private static bool Good(byte[] bytes) => NoemieFiles.Validate(bytes).All(finding => finding.Code == NoemieCodes.UnknownEntity);

    private static byte[] Written(byte[] bytes) => Bytes(NoemieFiles.Read(bytes));

    private static byte[] Bytes(NoemieDocument document)
    {
        var writer = new ArrayBufferWriter<byte>();
        new NoemieFormat().Write(document, writer);
        return writer.WrittenSpan.ToArray();
    }

    private static byte[] Framed(byte[] bytes, bool blocked)
    {
        var writer = new ArrayBufferWriter<byte>();
        NoemieFiles.Read(bytes).WriteAs(blocked, writer);
        return writer.WrittenSpan.ToArray();
    }

    private static IEnumerable<string> Parts(NoemieDocument document) =>
        document.Root.Children("parts").Select(part => $"{part.Name} {part.Text("asked")} {part.Text("state")} {part.Text("paid")}");

    private static List<string> Contents(Node node)
    {
        var contents = new List<string> { $"{node.Name} {node.Value.Text}" };
        var children = new List<Node>();
        node.Document.AppendChildren(node.Handle, children);
        foreach (var child in children)
        {
            contents.AddRange(Contents(child));
        }

        return contents;
    }
}
