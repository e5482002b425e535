using Simphonie.Core.Journal;

namespace Simphonie.Engine.Policies;

/// <summary>Where a handling stands once its deliveries are as given. Pure.</summary>
/// <param name="State">The state to write.</param>
/// <param name="Because">The delivery whose cause becomes the handling's; null when it has none.</param>
internal readonly record struct HandlingProgress(HandlingState State, DeliveryRecord? Because)
{
    /// <param name="handling">As it is.</param>
    /// <param name="stageCount">Stages of its route.</param>
    /// <param name="holdOnDead">Whether a dead letter holds its key.</param>
    /// <param name="deliveries">All of its deliveries, with the change under way already in.</param>
    public static HandlingProgress Of(HandlingRecord handling, int stageCount, bool holdOnDead, IReadOnlyList<DeliveryRecord> deliveries)
    {
        if (HasEnded(handling.State) || handling.State == HandlingState.Ready)
        {
            return new(handling.State, null);
        }

        DeliveryRecord? failed = null;
        DeliveryRecord? dropped = null;
        DeliveryRecord? expired = null;
        DeliveryRecord? lastCall = null;
        var open = false;
        foreach (var delivery in deliveries)
        {
            if (delivery.ResendOf is not null)
            {
                continue;
            }

            switch (delivery.State)
            {
                case DeliveryState.Unknown:
                    return new(HandlingState.Unknown, delivery);
                case DeliveryState.Dead or DeliveryState.Rejected:
                    failed ??= delivery;
                    break;
                case DeliveryState.Dropped:
                    dropped ??= delivery;
                    break;
                case DeliveryState.Expired:
                    expired ??= delivery;
                    break;
                case DeliveryState.Pending or DeliveryState.Sending:
                    open = true;
                    break;
            }

            if (delivery.Kind == "call" && (lastCall is null || delivery.Key.Stage > lastCall.Key.Stage))
            {
                lastCall = delivery;
            }
        }

        if (failed is not null)
        {
            return new(holdOnDead ? HandlingState.Dead : HandlingState.Released, failed);
        }

        if (handling.State == HandlingState.Dead)
        {
            // A stage failed, not a delivery: what arrives meanwhile does not mend it.
            return new(HandlingState.Dead, null);
        }

        if ((dropped ?? expired) is { } ended)
        {
            return new(dropped is not null ? HandlingState.Dropped : HandlingState.Expired, ended);
        }

        if (handling.Stage < stageCount)
        {
            return new(lastCall?.State == DeliveryState.Delivered ? HandlingState.Ready : HandlingState.Waiting, null);
        }

        return new(open ? HandlingState.Waiting : HandlingState.Done, null);
    }

    /// <summary>True for the states that let the next of the key start.</summary>
    public static bool HasEnded(HandlingState state) => state >= HandlingState.Released;
}
