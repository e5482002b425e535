using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Simphonie.Formats.Hl7v2.Reading;

namespace Simphonie.Formats.Tests.Hl7v2.Reading;

public sealed class When_text_is_escaped
{
    [TestCase(@"a\F\b\S\c\T\d\R\e\E\f", @"a|b^c&d~e\f")]
    [TestCase(@"line\.br\next", "line\nnext")]
    [TestCase(@"\X41424A\", "ABJ")]
    [TestCase(@"\H\bold\N\", "bold")]
    [TestCase(@"\Zlocal\ stays", @"\Zlocal\ stays")]
    [TestCase(@"C:\dir", @"C:\dir")]
    [TestCase(@"\X4\ and \XZZ\", @"\X4\ and \XZZ\")]
    [TestCase(@"\unknown\S\x", @"\unknown^x")]
    public void Should_decode(string written, string expected) =>
        Assert.That(Hl7Escapes.Decode(Encoding.ASCII.GetBytes(written), Hl7Delimiters.Usual, Encoding.ASCII), Is.EqualTo(expected));

    [Test]
    public void Should_read_back_whatever_was_written() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        // Lone surrogates are not text; they are written as the replacement character.
        var expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
        var buffer = new ArrayBufferWriter<byte>();
        Hl7Escapes.Encode(expected, Hl7Delimiters.Usual, Encoding.UTF8, buffer);
        return buffer.WrittenSpan.IndexOfAny("|^~&\r\n"u8) < 0 &&
            Hl7Escapes.Decode(buffer.WrittenSpan, Hl7Delimiters.Usual, Encoding.UTF8) == expected;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_say_when_a_character_has_no_place()
    {
        Hl7Charset.TryFind("8859/1"u8, out var latin);
        var buffer = new ArrayBufferWriter<byte>();
        Assert.Multiple(() =>
        {
            Assert.That(Hl7Escapes.Encode("é?", Hl7Delimiters.Usual, latin, buffer), Is.True);
            Assert.That(Hl7Escapes.Encode("œ", Hl7Delimiters.Usual, latin, buffer), Is.False);
            Assert.That(buffer.WrittenSpan.ToArray(), Is.EqualTo((byte[])[0xE9, (byte)'?', (byte)'?']));
        });
    }
}
