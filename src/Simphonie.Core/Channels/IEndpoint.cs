using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;

namespace Simphonie.Core.Channels;

/// <summary>
/// A way out. Workers of the engine call <see cref="DeliverAsync"/> at most <see cref="EndpointCapabilities.InFlight"/> times at once.
/// Thread-safe. Reconnects by itself at the next delivery.
/// </summary>
public interface IEndpoint : IAsyncDisposable
{
    /// <summary>Name in <c>hub.yaml</c>.</summary>
    string Name { get; }

    EndpointCapabilities Capabilities { get; }

    /// <summary>
    /// Fixes the exact bytes that will leave, once, before anything does: a pure function of its argument, but for an envelope's own random key.
    /// What expires (an assertion, a TLS session) is not part of it.
    /// </summary>
    FrozenDelivery Freeze(FreezeRequest request);

    /// <summary>
    /// Sends the frozen bytes once. Returns an outcome and throws nothing but <see cref="OperationCanceledException"/>,
    /// and that only when no byte has left; once bytes may have left, cancelling gives <see cref="DeliveryOutcome.Unknown"/>.
    /// </summary>
    ValueTask<DeliveryOutcome> DeliverAsync(DeliveryRequest request, CancellationToken cancellationToken);
}

/// <summary>What an endpoint declares of itself.</summary>
/// <param name="RepeatSafe">True when the peer knows a repeat under the same identity: <see cref="DeliveryOutcome.Unknown"/> is then retried as unavailable.</param>
/// <param name="InFlight">Deliveries at once.</param>
/// <param name="Answers">True when a delivered outcome carries an answer that a <c>call</c> can read.</param>
/// <param name="Format">Format of what leaves, such as <c>hl7v2</c>.</param>
/// <param name="AnswerFormat">Format of the answer, null for none.</param>
public sealed record EndpointCapabilities(bool RepeatSafe, int InFlight, bool Answers, string Format, string? AnswerFormat);

/// <summary>What to freeze.</summary>
/// <param name="Identity">Stable identity of the delivery, derived from the handling: 26 characters of base 32. A SOAP MessageID is made of it.</param>
/// <param name="Body">The written document.</param>
/// <param name="Now">The handling's recorded time.</param>
public sealed record FreezeRequest(string Identity, ReadOnlyMemory<byte> Body, DateTimeOffset Now);

/// <summary>The frozen bytes and the identity that the peer knows them by (MSH-10, MessageID, file name).</summary>
public sealed record FrozenDelivery(string PeerIdentity, ReadOnlyMemory<byte> Body)
{
    /// <summary>Why nothing can be frozen (no certificate of the recipient, a payload of another kind); null when all is well.</summary>
    public Diagnostic? Refusal { get; init; }

    public static FrozenDelivery Refused(Diagnostic cause) => new("", default) { Refusal = cause };
}

/// <summary>One attempt.</summary>
/// <param name="PeerIdentity">As frozen.</param>
/// <param name="Body">The frozen bytes.</param>
/// <param name="Attempt">1 for the first.</param>
/// <param name="Timeout">How long the whole attempt may take.</param>
public sealed record DeliveryRequest(string PeerIdentity, Payload Body, int Attempt, TimeSpan Timeout);
