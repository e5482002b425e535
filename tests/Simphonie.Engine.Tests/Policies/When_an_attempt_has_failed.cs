using FsCheck;
using FsCheck.Fluent;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Tests.Policies;

/// <summary>What becomes of a delivery, for every outcome and every state of it.</summary>
public sealed class When_an_attempt_has_failed
{
    private static readonly Diagnostic s_cause = Diagnostic.Of(new("SIM9990", Severity.Error, "Down.", "Test only."), Place.Whole, "It is down.");

    [Test]
    public void Should_be_due_neither_before_now_nor_after_its_expiry() => Prop.ForAll(Facts, RetryAfter, (facts, after) =>
    {
        var decision = Unavailable(facts, after);
        return decision.State == DeliveryState.Dead
            ? decision.NextAt is null
            : decision.NextAt >= facts.Now && (facts.ExpiresAt is null || decision.NextAt <= facts.ExpiresAt);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_wait_as_long_as_the_peer_said_unless_it_expires_before() => Prop.ForAll(Facts, RetryAfter, (facts, after) =>
    {
        var decision = Unavailable(facts, after);
        return decision.NextAt is null || facts.CircuitOpenUntil is not null || decision.NextAt == facts.ExpiresAt || decision.NextAt >= facts.Now + (after ?? TimeSpan.Zero);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_count_no_attempt_while_the_circuit_is_open() => Prop.ForAll(Facts, RetryAfter, (facts, after) =>
    {
        var open = facts with { CircuitOpenUntil = facts.Now + TimeSpan.FromSeconds(5) };
        var decision = Unavailable(open, after);
        return decision.State == DeliveryState.Pending && decision.Attempts == facts.Attempts;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_be_dead_exactly_when_its_attempts_are_used_up() => Prop.ForAll(Facts, facts =>
    {
        var closed = facts with { CircuitOpenUntil = null };
        var decision = Unavailable(closed, null);
        return decision.Attempts == facts.Attempts + 1 && (decision.State == DeliveryState.Dead) == (decision.Attempts >= facts.Policy.Attempts);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_repeat_an_unknown_outcome_only_where_the_peer_knows_a_repeat() => Prop.ForAll(Facts, facts =>
    {
        var decision = DeliveryDecision.After(new DeliveryOutcome.Unknown(s_cause), facts);
        return facts.RepeatSafe
            ? decision == Unavailable(facts, null)
            : decision == new DeliveryDecision(DeliveryState.Unknown, null, facts.Attempts + 1, s_cause, null);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Should_end_by_what_the_peer_decided_whatever_else_is_so() => Prop.ForAll(Facts, facts =>
    {
        var answer = new InlinePayload("x"u8.ToArray());
        return DeliveryDecision.After(new DeliveryOutcome.Delivered(answer), facts) == new DeliveryDecision(DeliveryState.Delivered, null, facts.Attempts + 1, null, answer)
            && DeliveryDecision.After(new DeliveryOutcome.Rejected(s_cause, answer), facts) == new DeliveryDecision(DeliveryState.Rejected, null, facts.Attempts + 1, s_cause, answer);
    }).QuickCheckThrowOnFailure();

    private static DeliveryDecision Unavailable(DeliveryFacts facts, TimeSpan? after) =>
        DeliveryDecision.After(new DeliveryOutcome.Unavailable(s_cause, true, after), facts);

    private static Arbitrary<TimeSpan?> RetryAfter { get; } =
        Gen.OneOf(Gen.Constant((TimeSpan?)null), PolicyGen.Span(TimeSpan.FromDays(30)).Select(span => (TimeSpan?)span)).ToArbitrary();

    // A delivery that has expired already is never attempted: its expiry is not before now.
    private static Arbitrary<DeliveryFacts> Facts { get; } = (
        from policy in PolicyGen.Retry
        from attempts in Gen.Choose(0, policy.Attempts - 1)
        from repeatSafe in Gen.Elements(true, false)
        from probe in Gen.OneOf(Gen.Constant((TimeSpan?)null), PolicyGen.Span(TimeSpan.FromMinutes(1)).Select(span => (TimeSpan?)span))
        from expires in Gen.OneOf(Gen.Constant((TimeSpan?)null), PolicyGen.Span(TimeSpan.FromDays(3)).Select(span => (TimeSpan?)span))
        from random in PolicyGen.Random
        select new DeliveryFacts(attempts, policy, repeatSafe, PolicyGen.Now + probe, PolicyGen.Now, PolicyGen.Now + expires, random)).ToArbitrary();
}
