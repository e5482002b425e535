using System.Buffers;
using Simphonie.Channels.Soap.Envelopes;
using Simphonie.Channels.Soap.Profiles;
using Simphonie.Core.Channels;
using Simphonie.Formats.Xml;

namespace Simphonie.Channels.Soap.Client;

/// <summary>
/// Writes the envelope that leaves, all but the security header, which expires and is put in at each attempt. A pure function of its argument:
/// MessageID and the ids of the contexts follow from the delivery's identity.
/// </summary>
internal sealed class EnvelopeFreezer(SoapProfile profile, SoftwareIdentity software)
{
    private readonly ContextWriter _contexts = new(software);
    private readonly bool _hasHeader = profile.Headers.Any(block => block != HeaderBlock.Security) || profile.Authentication >= SoapAuthentication.Ps;

    /// <summary>A body that is not readable XML is frozen as it is, without an envelope: delivery refuses it.</summary>
    public FrozenDelivery Freeze(FreezeRequest request)
    {
        var messageId = "uuid:" + DerivedUuid.Of(request.Identity, "message");
        var body = XmlMessage.Read(request.Body, null, XmlLimits.Default);
        if (!body.IsWellFormed)
        {
            return new FrozenDelivery(messageId, request.Body);
        }

        var output = new ArrayBufferWriter<byte>(request.Body.Length + 2048);
        var writer = SoapWriter.Begin(output, profile.Version, _hasHeader);
        foreach (var block in profile.Headers)
        {
            Write(writer, block, body, request, messageId);
        }

        SoapWriter.End(writer, _hasHeader, XmlFragment.Extract(body, 0).Span);
        return new FrozenDelivery(messageId, output.WrittenMemory);
    }

    private void Write(Utf8XmlWriter writer, HeaderBlock block, XmlMessage body, FreezeRequest request, string messageId)
    {
        switch (block)
        {
            case HeaderBlock.Bam when profile.Bam is { } bam:
                _contexts.Bam(writer, bam, body, DerivedUuid.Of(request.Identity, "bam"), request.Now);
                break;
            case HeaderBlock.Lps when profile.Lps is { } lps:
                _contexts.Lps(writer, lps, DerivedUuid.Of(request.Identity, "lps"), request.Now);
                break;
            case HeaderBlock.Addressing:
                if (profile.OperationOf(body.RootName.Name) is { } operation)
                {
                    SoapWriter.Addressing(writer, "Action", operation.Action);
                }

                SoapWriter.Addressing(writer, "MessageID", messageId);
                break;
        }
    }
}
