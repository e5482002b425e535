using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;
using Simphonie.Definitions.Testing;

namespace Simphonie.Engine.Testing;

/// <summary>
/// An endpoint of a route test: does what the test says, attempt by attempt; the last behaviour goes on. One that goes on after a timeout
/// is one that may be asked again; else a timeout leaves the outcome unknown.
/// </summary>
internal sealed class MockEndpoint : IEndpoint
{
    private readonly List<MockBehaviour> _script = [];
    private readonly Func<TestContent, CancellationToken, Task> _meanwhile;
    private int _attempts;

    public MockEndpoint(string name, string format, IReadOnlyList<MockBehaviour> behaviours, Func<TestContent, CancellationToken, Task> meanwhile)
    {
        Name = name;
        _meanwhile = meanwhile;
        foreach (var behaviour in behaviours)
        {
            _script.AddRange(Enumerable.Repeat(behaviour, behaviour.Times));
        }

        var repeatable = !_script.Exists(static one => one.Action == MockAction.Timeout) || _script[^1].Action != MockAction.Timeout;
        Capabilities = new(repeatable, 1, true, format, format);
    }

    public string Name { get; }

    public EndpointCapabilities Capabilities { get; }

    /// <summary>True when only the last behaviour is left, which goes on for ever.</summary>
    public bool IsPlayed => Volatile.Read(ref _attempts) >= _script.Count;

    public FrozenDelivery Freeze(FreezeRequest request) => new(request.Identity, request.Body);

    public async ValueTask<DeliveryOutcome> DeliverAsync(DeliveryRequest request, CancellationToken cancellationToken)
    {
        var attempt = Interlocked.Increment(ref _attempts) - 1;
        if (_script.Count == 0)
        {
            return new DeliveryOutcome.Delivered(null);
        }

        var behaviour = _script[Math.Min(attempt, _script.Count - 1)];
        if (behaviour.Meanwhile is { } message)
        {
            await _meanwhile(message, cancellationToken).ConfigureAwait(false);
        }

        var answer = behaviour.Answer is { } content ? new InlinePayload(content.Bytes) : null;
        return behaviour.Action switch
        {
            MockAction.Accept => new DeliveryOutcome.Delivered(answer),
            MockAction.Refuse => new DeliveryOutcome.Rejected(Say(RouteTestCodes.Refused), answer),
            MockAction.Timeout => new DeliveryOutcome.Unknown(Say(RouteTestCodes.TimedOut)),
            _ => new DeliveryOutcome.Unavailable(Say(RouteTestCodes.Unavailable), true),
        };
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Diagnostic Say(DiagnosticCode code) => Diagnostic.Of(code, Place.Whole, code.Title);
}
