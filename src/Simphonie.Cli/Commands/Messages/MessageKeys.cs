using Simphonie.Cli.Composition;
using Simphonie.Core.Formats;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Core.Schemas;

namespace Simphonie.Cli.Commands.Messages;

/// <summary>
/// The business keys of a message, read from its bytes with the schema that it came in with. Identities (NIR, INS, names) are never listed.
/// </summary>
internal sealed class MessageKeys(IJournalReader journal, ISchemaCatalog schemas)
{
    private readonly Dictionary<string, IMessageInspector> _inspectors = new(StringComparer.Ordinal);

    /// <summary><c>name=value</c> of each key; empty once retention has removed the payload.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(MessageRecord message, CancellationToken cancellationToken)
    {
        var payload = message.Payload ?? (await journal.MessageAsync(message.Id, cancellationToken))?.Payload;
        if (payload is null || !FormatSet.All.TryGetValue(message.Format, out var format))
        {
            return [];
        }

        using var lease = payload.Lease();
        var head = lease.Memory.Span[..(int)Math.Min(lease.Memory.Length, Payload.InlineLimit)];
        return [.. Inspector(message, format).Inspect(head).Keys.Where(key => !key.Identity).Select(key => $"{key.Name}={key.Value}")];
    }

    private IMessageInspector Inspector(MessageRecord message, IFormat format)
    {
        var reference = message.Schema ?? message.Format;
        if (!_inspectors.TryGetValue(reference, out var inspector))
        {
            _ = schemas.TryResolve(reference, DateOnly.MaxValue, out var schema);
            _inspectors[reference] = inspector = IntakeChannelFactory.Inspector(format, schema);
        }

        return inspector;
    }
}
