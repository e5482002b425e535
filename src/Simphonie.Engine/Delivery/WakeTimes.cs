namespace Simphonie.Engine.Delivery;

/// <summary>
/// The next times at which deliveries of an endpoint become due: bounded, whatever the backlog. When the bound cut off later ones,
/// <see cref="IsComplete"/> is false, and the journal is asked once the known ones are used up.
/// </summary>
internal sealed class WakeTimes(int capacity)
{
    private readonly Lock _gate = new();
    private readonly SortedSet<long> _ticks = [];

    public bool IsComplete { get; private set; } = true;

    /// <summary>True when it is the earliest now.</summary>
    public bool Add(DateTimeOffset at)
    {
        lock (_gate)
        {
            _ticks.Add(at.UtcTicks);
            if (_ticks.Count > capacity)
            {
                _ticks.Remove(_ticks.Max);
                IsComplete = false;
            }

            return _ticks.Count > 0 && _ticks.Min == at.UtcTicks;
        }
    }

    /// <summary>Forgets the times that have passed and returns the next one.</summary>
    public DateTimeOffset? After(DateTimeOffset now)
    {
        lock (_gate)
        {
            while (_ticks.Count > 0 && _ticks.Min <= now.UtcTicks)
            {
                _ticks.Remove(_ticks.Min);
            }

            return _ticks.Count > 0 ? new DateTimeOffset(_ticks.Min, TimeSpan.Zero) : null;
        }
    }
}
