using Simphonie.Formats.Xml;

namespace Simphonie.Channels.Soap.Envelopes;

/// <summary>An envelope that was read: where its header blocks and its body content lie. Prefixes do not matter.</summary>
public sealed class SoapEnvelope
{
    private SoapEnvelope(XmlMessage message, SoapVersion version, long header, long content)
    {
        Message = message;
        Version = version;
        Header = header;
        Content = content;
    }

    public XmlMessage Message { get; }

    public SoapVersion Version { get; }

    /// <summary>The element <c>Header</c>, -1 when there is none.</summary>
    public long Header { get; }

    /// <summary>The only element of the body, -1 when it is empty.</summary>
    public long Content { get; }

    public string? Action => Text(SoapNames.Addressing, "Action");

    public string? MessageId => Text(SoapNames.Addressing, "MessageID");

    public string? RelatesTo => Text(SoapNames.Addressing, "RelatesTo");

    /// <summary>True when the body's content is a fault.</summary>
    public bool IsFault => Content >= 0 && Is(Content, Version.Envelope, "Fault");

    /// <summary>Reads an envelope; null when the bytes are no well-formed XML, no envelope, or the body has several elements.</summary>
    public static SoapEnvelope? Read(ReadOnlyMemory<byte> bytes, XmlLimits limits) => Of(XmlMessage.Read(bytes, null, limits));

    /// <summary>The envelope of a document that was read; null when it is none.</summary>
    public static SoapEnvelope? Of(XmlMessage message)
    {
        var (space, name) = message.RootName;
        if (!message.IsWellFormed || name != "Envelope" || SoapVersion.Of(space) is not { } version || !message.TryFindChild(0, space, "Body", out var body))
        {
            return null;
        }

        var content = message.Elements(body).Take(2).ToArray();
        var header = message.TryFindChild(0, space, "Header", out var found) ? found : -1;
        return content.Length > 1 ? null : new SoapEnvelope(message, version, header, content is [var only] ? only : -1);
    }

    /// <summary>Header blocks in order.</summary>
    public IEnumerable<long> Blocks => Header < 0 ? [] : Message.Elements(Header);

    public bool Is(long handle, string namespaceUri, string name) => Message.NamespaceOf(handle) == namespaceUri && Message.NameOf(handle) == name;

    public bool TryFindBlock(string namespaceUri, string name, out long block)
    {
        block = -1;
        return Header >= 0 && Message.TryFindChild(Header, namespaceUri, name, out block);
    }

    /// <summary>The body's element as a document of its own; empty when the body is.</summary>
    public ReadOnlyMemory<byte> ContentBytes() => Content < 0 ? default : XmlFragment.Extract(Message, Content);

    private string? Text(string namespaceUri, string name) =>
        TryFindBlock(namespaceUri, name, out var block) ? Message.ValueOf(block).Text.Trim() : null;
}
