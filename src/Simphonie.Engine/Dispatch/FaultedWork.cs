using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Transport;
using Simphonie.Engine.Delivery;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Dispatch;

/// <summary>Gives up work that ended by an internal error too often: its handling becomes a dead letter with the cause, so that nothing is tried for ever and nothing is lost.</summary>
internal sealed class FaultedWork(IJournal journal, Dispatcher dispatcher, Completions completions, Recents recents, TimeProvider time)
{
    /// <summary>True when a delivery that cannot be asked twice was begun: doing it again finds nothing to do, so it is given up at once.</summary>
    public async ValueTask<bool> IsInDoubtAsync(WorkTicket ticket, CancellationToken cancellationToken) =>
        ticket.Kind == WorkKind.Delivery
        && await journal.Reader.DeliveryAsync(new(ticket.Handling, ticket.Stage, ticket.Ordinal), cancellationToken).ConfigureAwait(false) is { State: DeliveryState.Sending };

    public async ValueTask GiveUpAsync(WorkTicket ticket, string kind, CancellationToken cancellationToken)
    {
        recents.Handlings.Take(ticket.Handling);
        while (await journal.Reader.HandlingAsync(ticket.Handling, cancellationToken).ConfigureAwait(false) is { } handling)
        {
            var now = time.GetUtcNow();
            var text = string.Create(CultureInfo.InvariantCulture, $"The work ended by {kind}, and again when it was done again.");
            var cause = Diagnostic.Of(DispatchCodes.WorkBroke, Place.Whole, text);
            var writes = new List<JournalWrite>();
            var inDoubt = false;
            if (ticket.Kind == WorkKind.Delivery)
            {
                if (await journal.Reader.DeliveryAsync(new(ticket.Handling, ticket.Stage, ticket.Ordinal), cancellationToken).ConfigureAwait(false)
                    is not { State: DeliveryState.Pending or DeliveryState.Sending } delivery)
                {
                    return;
                }

                inDoubt = delivery.State == DeliveryState.Sending;
                writes.Add(Causes.Update(delivery, inDoubt ? DeliveryState.Unknown : DeliveryState.Dead, now, cause));
                if (inDoubt)
                {
                    writes.Add(new JournalWrite.OpenWorkItem(UnknownWork.Item(handling, delivery, DeliveryCodes.OutcomeUnknown, now)));
                }
            }
            else if (handling.State != HandlingState.Ready)
            {
                return;
            }

            if (!HandlingProgress.HasEnded(handling.State))
            {
                writes.Add(Causes.Update(handling, inDoubt ? HandlingState.Unknown : HandlingState.Dead, handling.Stage, now, cause));
                if (await journal.Reader.MessageAsync(handling.Message, cancellationToken).ConfigureAwait(false) is { } message)
                {
                    writes.Add(new JournalWrite.RaiseEvent(CaseEvents.Of(inDoubt ? CaseEvents.Unknown : CaseEvents.Dead, message, handling, null, now)));
                }
            }

            var result = await journal.CommitAsync(writes, cancellationToken).ConfigureAwait(false);
            if (result.Kind == CommitKind.Committed)
            {
                dispatcher.PublishAll(result.Promoted);
                completions.Changed(handling.Id);
                return;
            }
        }
    }
}
