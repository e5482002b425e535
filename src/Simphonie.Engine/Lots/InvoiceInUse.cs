using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Engine.Dispatch;

namespace Simphonie.Engine.Lots;

/// <summary>How a handling ends whose invoice has the number of another one that is live, or was: a human decides which of the two it is to be.</summary>
internal static class InvoiceInUse
{
    public static HandlingEnd End(HandlingRecord handling, MessageRecord message, long lot, DateTimeOffset now)
    {
        var why = $"An invoice of the same number and other content is in lot {lot}.";
        return new(HandlingState.Dropped, DeliveryState.Dropped, Diagnostic.Of(LotCodes.InvoiceLive, Place.Whole, why), Event: null)
        {
            WorkItem = new()
            {
                Establishment = handling.Establishment,
                Code = LotCodes.InvoiceLive.Id,
                What = LotCodes.InvoiceLive.Help,
                Why = why,
                Message = message.Id,
                Handling = handling.Id,
                OpenedAt = now,
                Identity = $"lot/live/{message.Id}/{handling.Id}",
            },
        };
    }
}
