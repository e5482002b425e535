using Simphonie.Core.Channels;
using Simphonie.Engine.Policies;

namespace Simphonie.Engine.Delivery;

/// <summary>The circuit of one endpoint, shared by its workers.</summary>
internal sealed class Circuit(CircuitSettings settings, TimeProvider time)
{
    private readonly Lock _gate = new();
    private CircuitState _state = CircuitState.Closed;

    public CircuitState State => Volatile.Read(ref _state);

    /// <summary>True when a delivery may go; then <see cref="Report"/> or <see cref="Leave"/> must follow with its pass.</summary>
    public bool TryEnter(out CircuitPass pass)
    {
        lock (_gate)
        {
            pass = _state.Pass;
            if (!_state.Permits(time.GetUtcNow()))
            {
                return false;
            }

            _state = _state.Enter();
            return true;
        }
    }

    /// <summary>Takes in an outcome and returns the state after it. A probe without an answer has not shown that the endpoint is back.</summary>
    public CircuitState Report(DeliveryOutcome outcome, CircuitPass pass)
    {
        lock (_gate)
        {
            _state = outcome switch
            {
                DeliveryOutcome.Delivered or DeliveryOutcome.Rejected => _state.Succeed(),
                DeliveryOutcome.Unavailable { EndpointDown: true } => _state.Fail(time.GetUtcNow(), settings, pass),
                DeliveryOutcome.Unavailable => _state.Succeed(),
                _ => _state.IsOpen ? _state.Fail(time.GetUtcNow(), settings, pass) : _state,
            };
            return _state;
        }
    }

    public void Leave(CircuitPass pass)
    {
        lock (_gate)
        {
            _state = _state.Leave(pass);
        }
    }
}
