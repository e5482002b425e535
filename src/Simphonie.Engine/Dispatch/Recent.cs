namespace Simphonie.Engine.Dispatch;

/// <summary>
/// What was committed last, kept in memory for whoever needs it next: bounded, the oldest goes first. Never the truth: what is done with it is guarded
/// by the version in the journal, and read again from there when the guard fails.
/// </summary>
internal sealed class Recent<T>(int capacity)
    where T : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, (T Value, long Turn)> _values = [];
    private readonly Queue<(long Id, long Turn)> _order = new();
    private long _turn;

    public void Put(long id, T value)
    {
        lock (_gate)
        {
            if (_values.TryGetValue(id, out var kept))
            {
                _values[id] = kept with { Value = value };
                return;
            }

            _values[id] = (value, ++_turn);
            _order.Enqueue((id, _turn));
            while (_values.Count > capacity || _order.Count > 2 * capacity)
            {
                Forget(_order.Dequeue());
            }
        }
    }

    public T? Peek(long id)
    {
        lock (_gate)
        {
            return _values.TryGetValue(id, out var kept) ? kept.Value : null;
        }
    }

    /// <summary>Gives it once: after a guard has failed, the next look is into the journal.</summary>
    public T? Take(long id)
    {
        lock (_gate)
        {
            return _values.Remove(id, out var kept) ? kept.Value : null;
        }
    }

    // The turn of a value that was taken and put back since is another one.
    private void Forget((long Id, long Turn) oldest)
    {
        if (_values.TryGetValue(oldest.Id, out var kept) && kept.Turn == oldest.Turn)
        {
            _values.Remove(oldest.Id);
        }
    }
}
