using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Routes;

namespace Simphonie.Engine.Policies;

/// <summary>What becomes of a delivery after an attempt.</summary>
/// <param name="State">Its new state.</param>
/// <param name="NextAt">When it is tried again; null when it has ended.</param>
/// <param name="Attempts">Attempts that counted, this one included when it did.</param>
/// <param name="Cause">Why it was not delivered.</param>
/// <param name="Answer">The answer to keep.</param>
public sealed record DeliveryDecision(DeliveryState State, DateTimeOffset? NextAt, int Attempts, Diagnostic? Cause, Payload? Answer)
{
    /// <summary>Decides; pure.</summary>
    public static DeliveryDecision After(DeliveryOutcome outcome, DeliveryFacts facts)
    {
        switch (outcome)
        {
            case DeliveryOutcome.Delivered delivered:
                return new(DeliveryState.Delivered, null, facts.Attempts + 1, null, delivered.Answer);
            case DeliveryOutcome.Rejected rejected:
                return new(DeliveryState.Rejected, null, facts.Attempts + 1, rejected.Cause, rejected.Answer);
            case DeliveryOutcome.Unknown unknown when !facts.RepeatSafe:
                return new(DeliveryState.Unknown, null, facts.Attempts + 1, unknown.Cause, null);
            case DeliveryOutcome.Unknown unknown:
                return Again(unknown.Cause, null, null, facts);
            case DeliveryOutcome.Unavailable unavailable:
                return Again(unavailable.Cause, unavailable.RetryAfter, unavailable.Answer, facts);
            default:
                throw new ArgumentException($"Outcome {outcome.GetType().Name} is none of the four.", nameof(outcome));
        }
    }

    private static DeliveryDecision Again(Diagnostic cause, TimeSpan? retryAfter, Payload? answer, DeliveryFacts facts)
    {
        if (facts.CircuitOpenUntil is { } probe)
        {
            return new(DeliveryState.Pending, NoLaterThan(probe, facts.ExpiresAt), facts.Attempts, cause, answer);
        }

        var attempts = facts.Attempts + 1;
        if (attempts >= facts.Policy.Attempts)
        {
            return new(DeliveryState.Dead, null, attempts, cause, answer);
        }

        var wait = RetryWait.After(facts.Policy, attempts, facts.Random);
        return new(DeliveryState.Pending, NoLaterThan(facts.Now + (retryAfter > wait ? retryAfter.Value : wait), facts.ExpiresAt), attempts, cause, answer);
    }

    // Due at its expiry at the latest, when it ends without another attempt.
    private static DateTimeOffset NoLaterThan(DateTimeOffset at, DateTimeOffset? expires) => expires < at ? expires.Value : at;
}

/// <summary>What a decision is made by.</summary>
/// <param name="Attempts">Attempts that counted before this one.</param>
/// <param name="Policy">The route's policy.</param>
/// <param name="RepeatSafe">Whether the peer knows a repeat.</param>
/// <param name="CircuitOpenUntil">When the endpoint's circuit is open after this attempt, the time of its next probe: the attempt does not count.</param>
/// <param name="Now">The time.</param>
/// <param name="ExpiresAt">End of the route's time.</param>
/// <param name="Random">Uniform in [0, 1).</param>
public sealed record DeliveryFacts(int Attempts, RetryPolicy Policy, bool RepeatSafe, DateTimeOffset? CircuitOpenUntil, DateTimeOffset Now, DateTimeOffset? ExpiresAt, double Random);
