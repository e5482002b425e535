using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Delivery;

/// <summary>Puts a delivery off that may not leave yet, without an attempt: it keeps its place in the journal, with why and until when.</summary>
internal sealed class DeliveryDeferral(IJournal journal, EndpointLines lines, TimeProvider time)
{
    /// <summary>Until a message that was received meanwhile about the same patient or dossier has been dealt with.</summary>
    public async ValueTask AwaitIdentityAsync(DeliveryRecord delivery, PendingMention pending, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var waited = delivery.CauseCode == DeliveryCodes.AwaitsIdentity.Id ? now - delivery.CreatedAt : TimeSpan.Zero;
        var next = now + DeferralPolicy.Wait(waited);
        var text = pending.Handling is { } handling
            ? string.Create(CultureInfo.InvariantCulture, $"Message {pending.Message} came about the same patient or dossier; its handling {handling} comes first.")
            : string.Create(CultureInfo.InvariantCulture, $"Message {pending.Message} came about the same patient or dossier and has not been routed yet.");
        var result = await journal.CommitAsync(
            [new JournalWrite.UpdateDelivery(delivery.Key, DeliveryState.Pending, next, delivery.Attempts, now, DeliveryCodes.AwaitsIdentity.Id, null, text)],
            cancellationToken).ConfigureAwait(false);
        if (result.Kind == CommitKind.Committed)
        {
            lines.Find(delivery.Endpoint)?.WakeAt(next);
        }
    }
}
