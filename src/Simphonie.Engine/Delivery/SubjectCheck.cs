using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;

namespace Simphonie.Engine.Delivery;

/// <summary>Looks before a delivery whether its patient or dossier was cancelled or moved after the message came, in journal order.</summary>
internal sealed class SubjectCheck(IJournalReader reader)
{
    /// <summary>Null when it may leave.</summary>
    public async ValueTask<Diagnostic?> ObjectionAsync(HandlingRecord handling, World world, CancellationToken cancellationToken)
    {
        foreach (var subject in handling.Subjects)
        {
            if (await NewerAsync("cancelled", subject, handling, world, cancellationToken).ConfigureAwait(false) is { } cancelled)
            {
                return Diagnostic.Of(DeliveryCodes.Cancelled, Place.Whole, string.Create(CultureInfo.InvariantCulture, $"Message {cancelled} cancelled the patient or dossier."));
            }

            if (await NewerAsync("moved", subject, handling, world, cancellationToken).ConfigureAwait(false) is { } moved)
            {
                return Diagnostic.Of(DeliveryCodes.Moved, Place.Whole, string.Create(CultureInfo.InvariantCulture, $"Message {moved} merged or moved the patient or dossier."));
            }
        }

        return null;
    }

    private async ValueTask<long?> NewerAsync(string kind, string subject, HandlingRecord handling, World world, CancellationToken cancellationToken)
    {
        var entry = await reader.LedgerAsync(handling.Establishment, world, kind, subject, cancellationToken).ConfigureAwait(false);
        return entry is not null && entry.Message > handling.Message ? entry.Message : null;
    }
}
