using Simphonie.Core.Documents;
using Simphonie.Core.Formats;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Dispatch;

/// <summary>Opens a message's payload as a document; the bytes are held until it is disposed.</summary>
internal sealed class OpenMessage(MessageRecord message, IReadOnlyDictionary<string, IFormat> formats, ISchemaCatalog schemas) : IDisposable
{
    private PayloadLease? _lease;
    private Document? _document;

    public Document Document => _document ??= Read();

    public void Dispose() => _lease?.Dispose();

    private Document Read()
    {
        var payload = message.Payload ?? throw new InvalidOperationException("The payload has been removed by retention.");
        _lease = payload.Lease();
        ISchema? schema = null;
        if (message.Schema is not null)
        {
            schemas.TryResolve(message.Schema, ParisDate.Of(message.ReceivedAt), out schema);
        }

        return formats[message.Format].Read(_lease.Memory, schema);
    }
}
