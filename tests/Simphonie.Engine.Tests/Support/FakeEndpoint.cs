using System.Collections.Concurrent;
using System.Text;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;

namespace Simphonie.Engine.Tests.Support;

/// <summary>An endpoint that does what the test says, and remembers what it got.</summary>
public sealed class FakeEndpoint(string name, bool repeatSafe = true, int inFlight = 4) : IEndpoint
{
    public static readonly DiagnosticCode Refused = new("SIM9910", Severity.Error, "Refused.", "Test only.");
    public static readonly DiagnosticCode Down = new("SIM9911", Severity.Error, "Down.", "Test only.");

    private readonly ConcurrentQueue<(string Identity, string Text)> _received = new();

    public string Name => name;

    public EndpointCapabilities Capabilities { get; } = new(repeatSafe, inFlight, true, "kv", "kv");

    /// <summary>What an attempt comes to; by default it is delivered and answered with <c>ok=1</c>.</summary>
    public Func<DeliveryRequest, CancellationToken, ValueTask<DeliveryOutcome>> Behaviour { get; set; } = (_, _) => new(Answer("ok=1"));

    /// <summary>Identity and body of every attempt, in order.</summary>
    public IReadOnlyList<(string Identity, string Text)> Received => [.. _received];

    public IReadOnlyList<string> Texts => [.. _received.Select(one => one.Text)];

    public static DeliveryOutcome Answer(string text) => new DeliveryOutcome.Delivered(new InlinePayload(Encoding.UTF8.GetBytes(text)));

    public static DeliveryOutcome IsDown() => new DeliveryOutcome.Unavailable(Diagnostic.Of(Down, Place.Whole, "The connection was refused."), true);

    public static DeliveryOutcome Busy() => new DeliveryOutcome.Unavailable(Diagnostic.Of(Down, Place.Whole, "Try later."), false);

    public static DeliveryOutcome Rejects() => new DeliveryOutcome.Rejected(Diagnostic.Of(Refused, Place.InMessage("ERR-3"), "It was refused."), null);

    public static DeliveryOutcome NoAnswer() => new DeliveryOutcome.Unknown(Diagnostic.Of(Down, Place.Whole, "No answer came."));

    public FrozenDelivery Freeze(FreezeRequest request) => new(request.Identity, request.Body);

    public ValueTask<DeliveryOutcome> DeliverAsync(DeliveryRequest request, CancellationToken cancellationToken)
    {
        _received.Enqueue((request.PeerIdentity, KvFormat.Text(request.Body)));
        return Behaviour(request, cancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
