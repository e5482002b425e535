using FsCheck;
using FsCheck.Fluent;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Tests.Policies;

/// <summary>Where a handling stands by its deliveries, whatever order they are read in.</summary>
public sealed class When_progress_is_judged
{
    private static readonly HandlingRecord s_handling = new()
    {
        Id = 1, Message = 1, Establishment = "750000010", Route = "r", RouteVersion = 1, Revision = "r1", Key = "A", Lane = 0, State = HandlingState.Waiting, Stage = 2, Version = 3, Now = PolicyGen.Now,
    };

    [Test]
    public void Should_not_depend_on_the_order_of_the_deliveries() => Prop.ForAll(Deliveries, Gen.Choose(0, 4).ToArbitrary(), Gen.Elements(true, false).ToArbitrary(), (deliveries, stages, holds) =>
    {
        var forth = HandlingProgress.Of(s_handling, stages, holds, deliveries);
        var back = HandlingProgress.Of(s_handling, stages, holds, [.. deliveries.Reverse()]);
        return forth.State == back.State;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_be_done_only_when_nothing_is_open_and_nothing_failed() => Prop.ForAll(Deliveries, deliveries =>
    {
        var done = HandlingProgress.Of(s_handling, s_handling.Stage, true, deliveries).State == HandlingState.Done;
        var own = deliveries.Where(delivery => delivery.ResendOf is null);
        return done == own.All(delivery => delivery.State is DeliveryState.Delivered or DeliveryState.Discarded);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_hold_its_key_whenever_an_outcome_is_unknown() => Prop.ForAll(Deliveries, deliveries =>
    {
        var progress = HandlingProgress.Of(s_handling, s_handling.Stage, false, deliveries);
        var unknown = deliveries.Any(delivery => delivery is { ResendOf: null, State: DeliveryState.Unknown });
        return unknown == (progress.State == HandlingState.Unknown) && (!unknown || !HandlingProgress.HasEnded(progress.State));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_change_nothing_of_what_has_ended() => Prop.ForAll(Deliveries, Gen.Elements(Ends).ToArbitrary(), (deliveries, state) =>
        HandlingProgress.Of(s_handling with { State = state }, 5, true, deliveries) == new HandlingProgress(state, null)).QuickCheckThrowOnFailure();

    private static HandlingState[] Ends => [HandlingState.Released, HandlingState.Done, HandlingState.Discarded, HandlingState.Expired, HandlingState.Dropped];

    private static Arbitrary<DeliveryRecord[]> Deliveries { get; } = (
        from states in Gen.Elements(Enum.GetValues<DeliveryState>()).ListOf()
        from kinds in Gen.Elements("call", "send").ListOf(states.Count)
        from resends in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true))).ListOf(states.Count)
        select states.Select((state, i) => new DeliveryRecord
        {
            Key = new(1, i, 0),
            Establishment = "750000010",
            World = World.Test,
            Endpoint = "e",
            Kind = kinds[i],
            State = state,
            PeerIdentity = "P",
            CreatedAt = PolicyGen.Now,
            ResendOf = resends[i] ? new(1, 0, 9) : null,
        }).ToArray()).ToArbitrary();
}
