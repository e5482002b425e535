using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Engine.Dispatch;
using Simphonie.Engine.Intake;

namespace Simphonie.Engine.Delivery;

/// <summary>
/// The keys of a message, as intake read them: what was received later about the same patient or dossier has them too. Those of messages that came
/// not long ago are at hand; others are read from the bytes, once.
/// </summary>
internal sealed class SubjectKeys(IJournalReader reader, Recents recents, IntakeChannels channels)
{
    /// <summary>Empty when the message has none, or its payload or channel is gone.</summary>
    public async ValueTask<IReadOnlyList<BusinessKey>> OfAsync(long id, CancellationToken cancellationToken)
    {
        if (recents.Keys.Peek(id) is { } known)
        {
            return known;
        }

        var message = recents.Messages.Peek(id) ?? await reader.MessageAsync(id, cancellationToken).ConfigureAwait(false);
        if (message?.Payload is not { } payload || channels.Find(message.Channel) is not { } channel)
        {
            return [];
        }

        var keys = Inspected(payload, channel);
        recents.Keys.Put(id, keys);
        return keys;
    }

    private static IReadOnlyList<BusinessKey> Inspected(Payload payload, IntakeChannel channel)
    {
        using var lease = payload.Lease();
        var bytes = lease.Memory.Span;
        return channel.Inspector.Inspect(bytes.Length > Payload.InlineLimit ? bytes[..Payload.InlineLimit] : bytes).Keys;
    }
}
