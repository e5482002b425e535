using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Engine.Delivery;

/// <summary>
/// Looks before a delivery whether its patient or dossier was cancelled or moved by a message received after the one that asks, in journal order:
/// first at what is kept and not dealt with yet, then at the ledger, so that a change which is dealt with in between is not missed.
/// </summary>
internal sealed class SubjectCheck(IJournalReader reader, SubjectKeys keys, IdentityRoutes routes)
{
    private static readonly string[] s_kinds = [IdentityRoutes.Cancelled, IdentityRoutes.Moved];

    /// <summary>A later message that may change who the delivery is about and is not dealt with; null when there is none.</summary>
    public async ValueTask<PendingMention?> PendingAsync(HandlingRecord handling, World world, CancellationToken cancellationToken)
    {
        if (handling.Subjects.Count == 0 || routes.Names is not { Count: > 0 } names)
        {
            return null;
        }

        // A handling of an identity route waits for no other of one: the two may be held behind each other by their key.
        var awaited = names.Contains(handling.Route, StringComparer.Ordinal) ? [] : names;
        var mentioned = await keys.OfAsync(handling.Message, cancellationToken).ConfigureAwait(false);
        return mentioned.Count == 0
            ? null
            : await reader.PendingMentionAsync(new(handling.Establishment, world, handling.Message, mentioned, awaited), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Null when it may leave.</summary>
    public async ValueTask<Diagnostic?> ObjectionAsync(HandlingRecord handling, World world, CancellationToken cancellationToken)
    {
        if (handling.Subjects.Count == 0
            || await reader.LedgerAfterAsync(new(handling.Establishment, world, s_kinds, handling.Subjects, handling.Message), cancellationToken).ConfigureAwait(false) is not { } entry)
        {
            return null;
        }

        return entry.Kind == IdentityRoutes.Cancelled
            ? Diagnostic.Of(DeliveryCodes.Cancelled, Place.Whole, string.Create(CultureInfo.InvariantCulture, $"Message {entry.Message} cancelled the patient or dossier."))
            : Diagnostic.Of(DeliveryCodes.Moved, Place.Whole, string.Create(CultureInfo.InvariantCulture, $"Message {entry.Message} merged or moved the patient or dossier."));
    }
}
