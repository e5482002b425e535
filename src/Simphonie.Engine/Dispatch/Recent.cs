namespace Simphonie.Engine.Dispatch;

/// <summary>
/// What was committed last, kept in memory for whoever needs it next: bounded, the oldest goes first. Never the truth: what is done with it is guarded
/// by the version in the journal, and read again from there when the guard fails.
/// </summary>
internal sealed class Recent<T>(int capacity)
    where T : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, T> _values = [];
    private readonly Queue<long> _order = new();

    public void Put(long id, T value)
    {
        lock (_gate)
        {
            if (!_values.ContainsKey(id))
            {
                _order.Enqueue(id);
            }

            _values[id] = value;
            while (_order.Count > capacity)
            {
                _values.Remove(_order.Dequeue());
            }
        }
    }

    public T? Peek(long id)
    {
        lock (_gate)
        {
            return _values.GetValueOrDefault(id);
        }
    }

    /// <summary>Gives it once: after a guard has failed, the next look is into the journal.</summary>
    public T? Take(long id)
    {
        lock (_gate)
        {
            return _values.Remove(id, out var value) ? value : null;
        }
    }
}
