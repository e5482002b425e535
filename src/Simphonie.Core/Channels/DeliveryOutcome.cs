using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;

namespace Simphonie.Core.Channels;

/// <summary>The four outcomes of an attempt.</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <summary>The peer took it; <paramref name="Answer"/> is null where the protocol has none.</summary>
    public sealed record Delivered(Payload? Answer) : DeliveryOutcome;

    /// <summary>The peer refused it for good.</summary>
    public sealed record Rejected(Diagnostic Cause, Payload? Answer) : DeliveryOutcome;

    /// <summary>Nothing left this machine, or the peer said try later (after <paramref name="RetryAfter"/> when it said when).</summary>
    /// <param name="EndpointDown">True when it says something of the endpoint (refused connection, overload) and so counts for its circuit.</param>
    public sealed record Unavailable(Diagnostic Cause, bool EndpointDown, TimeSpan? RetryAfter = null, Payload? Answer = null) : DeliveryOutcome;

    /// <summary>Some bytes left and no answer came.</summary>
    public sealed record Unknown(Diagnostic Cause) : DeliveryOutcome;
}
