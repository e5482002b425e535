using Simphonie.Core.Journal;
using Simphonie.Engine.Dispatch.Plans;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Dispatch.Stages;

/// <summary>Where a handling stands after a stage that did not fail. Pure.</summary>
internal static class StageProgress
{
    /// <param name="result">What the stage gave.</param>
    /// <param name="handling">The handling before.</param>
    /// <param name="plan">Its route.</param>
    /// <param name="deliveries">All deliveries, those of the stage among them.</param>
    public static HandlingProgress After(StageResult result, HandlingRecord handling, RoutePlan plan, IReadOnlyList<DeliveryRecord> deliveries)
    {
        if (result.End == StageEnd.Waits)
        {
            return new(HandlingState.Waiting, null);
        }

        var waiting = handling with { State = HandlingState.Waiting, Stage = result.NextStage };
        var progress = HandlingProgress.Of(waiting, plan.StageCount, plan.HoldsOnDead, deliveries);

        // Dropped after something was let out: it ends, as done, when that has arrived.
        return result.End == StageEnd.Dropped && progress.State == HandlingState.Done && !deliveries.Any(static delivery => delivery.Kind == "send")
            ? new(HandlingState.Dropped, null)
            : progress;
    }

    /// <summary>Adds the change of the handling, and the event when a delivery of an earlier stage has failed meanwhile.</summary>
    public static void AddTo(List<JournalWrite> writes, HandlingProgress progress, StageResult result, StageInput input, DateTimeOffset now)
    {
        var handling = input.Handling;
        if (progress.Because is { } failed)
        {
            writes.Add(new JournalWrite.UpdateHandling(handling.Id, handling.Version, progress.State, result.NextStage, now, failed.CauseCode, failed.Endpoint, failed.CauseText));
            writes.Add(new JournalWrite.RaiseEvent(CaseEvents.Of(CaseEvents.Dead, input.Message, handling, failed.Key, now)));
            return;
        }

        var cause = progress.State == HandlingState.Dropped ? result.Cause : null;
        writes.Add(Causes.Update(handling, progress.State, result.NextStage, now, cause, cause is null ? null : result.CauseStep));
    }
}
