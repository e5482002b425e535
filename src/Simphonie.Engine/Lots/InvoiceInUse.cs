using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Engine.Dispatch;

namespace Simphonie.Engine.Lots;

/// <summary>How a handling ends whose invoice has the number of another one that is live, or was: a human decides which of the two it is to be.</summary>
internal static class InvoiceInUse
{
    public static HandlingEnd End(HandlingRecord handling, MessageRecord message, CommitResult conflict, DateTimeOffset now)
    {
        var code = conflict.FileKnown ? LotCodes.FileRefused : LotCodes.InvoiceLive;
        var why = conflict.FileKnown ? "A file of the same id has gone to this recipient."
            : conflict.LiveIn < 0 ? "The file has an invoice twice."
            : $"Lot {conflict.LiveIn} has an invoice of the same number and other content, or the same number of lot.";
        return new(HandlingState.Dropped, DeliveryState.Dropped, Diagnostic.Of(code, Place.Whole, why), Event: null)
        {
            WorkItem = new()
            {
                Establishment = handling.Establishment,
                Code = code.Id,
                What = code.Help,
                Why = why,
                Message = message.Id,
                Handling = handling.Id,
                OpenedAt = now,
                Identity = $"lot/live/{message.Id}/{handling.Id}",
            },
        };
    }
}
