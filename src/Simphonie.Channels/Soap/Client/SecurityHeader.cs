using System.Buffers;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Formats.Xml;

namespace Simphonie.Channels.Soap.Client;

/// <summary>Puts <c>wsse:Security</c> with an assertion into a frozen envelope, at the profile's place among the header blocks. The assertion's bytes stay as they are.</summary>
internal static class SecurityHeader
{
    public static ReadOnlyMemory<byte> Insert(SoapEnvelope envelope, SoapProfile profile, ReadOnlyMemory<byte> assertion)
    {
        var bytes = envelope.Message.Utf8.Span;
        var at = Offset(envelope, profile, bytes);
        var output = new ArrayBufferWriter<byte>(bytes.Length + assertion.Length + 200);
        var writer = new Utf8XmlWriter(output);
        output.Write(bytes[..at]);
        writer.OpenTag("wsse:Security");
        writer.Attribute("xmlns:wsse", SoapNames.Security);
        writer.EndTag();
        writer.Raw(assertion.Span);
        writer.End("wsse:Security");
        output.Write(bytes[at..]);
        return output.WrittenMemory;
    }

    private static int Offset(SoapEnvelope envelope, SoapProfile profile, ReadOnlySpan<byte> bytes)
    {
        var before = profile.Headers.TakeWhile(block => block != HeaderBlock.Security).Sum(block => block == HeaderBlock.Addressing ? 2 : 1);
        var blocks = envelope.Blocks.ToList();
        if (before < blocks.Count)
        {
            return envelope.Message.RangeOf(blocks[before]).Start;
        }

        // after the last block, or right inside an empty header: both end before the header's end tag
        var (start, end) = envelope.Message.RangeOf(envelope.Header);
        return start + bytes[start..end].LastIndexOf("</"u8);
    }
}
