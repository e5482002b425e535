using Simphonie.Core.Lots;
using Simphonie.Simulators.Amo.Configuration;

namespace Simphonie.Simulators.Amo.Answering;

/// <summary>Decides about an invoice by its key and the seed alone: the same invoice always ends the same way.</summary>
internal sealed class Decisions(AmoSettings settings)
{
    public Decision Of(InvoiceKey key)
    {
        var (drawn, choice) = Draw.Of(settings.Seed, key.ToString());
        if ((drawn -= settings.RejectionsPerTenThousand) < 0)
        {
            return new(Verdict.Rejected, RejectionReason.All[choice % RejectionReason.All.Count]);
        }

        if ((drawn -= settings.PartlyPaidPerTenThousand) < 0)
        {
            return new(Verdict.PartlyPaid, null);
        }

        if (drawn < settings.DeferredPerTenThousand)
        {
            return new(Verdict.Deferred, null);
        }

        return settings.AmcRejectionsPerTenThousand > 0 && Draw.Of(settings.Seed, $"{key}/amc").OfTenThousand < settings.AmcRejectionsPerTenThousand
            ? new(Verdict.AmcRejected, RejectionReason.NoAmcCover) : default;
    }
}
