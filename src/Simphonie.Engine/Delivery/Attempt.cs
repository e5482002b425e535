using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;

namespace Simphonie.Engine.Delivery;

/// <summary>One attempt that was made.</summary>
internal sealed record Attempt(DeliveryOutcome Outcome, DateTimeOffset StartedAt, TimeSpan Took, bool AfterSending)
{
    public AttemptRecord Record(DeliveryKey key, int ordinal)
    {
        var (name, cause) = Outcome switch
        {
            DeliveryOutcome.Delivered => ("delivered", (Diagnostic?)null),
            DeliveryOutcome.Rejected rejected => ("rejected", rejected.Cause),
            DeliveryOutcome.Unavailable unavailable => ("unavailable", unavailable.Cause),
            DeliveryOutcome.Unknown unknown => ("unknown", unknown.Cause),
            _ => throw new InvalidOperationException($"Outcome {Outcome.GetType().Name} is none of the four."),
        };
        return new(key, ordinal, StartedAt, (long)Took.TotalMicroseconds, name, cause?.Code.Id, cause?.Text);
    }
}
