namespace Simphonie.Engine.Testing;

/// <summary>A clock that stands still until it is told to go on; timers fire in order of their time, on the thread that advances it.</summary>
public sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<VirtualTimer, (long Ticks, long Order)> _timers = new();
    private long _now = start.UtcTicks;
    private long _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _now), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>When the next timer fires; null when none waits.</summary>
    public DateTimeOffset? NextTimer
    {
        get
        {
            lock (_gate)
            {
                Prune();
                return _timers.TryPeek(out _, out var priority) ? new DateTimeOffset(priority.Ticks, TimeSpan.Zero) : null;
            }
        }
    }

    /// <summary>Moves the clock on; every timer on the way fires at its own time.</summary>
    public void Advance(TimeSpan by)
    {
        var end = Interlocked.Read(ref _now) + by.Ticks;
        while (TakeDue(end) is { } timer)
        {
            timer.Fire();
        }

        Interlocked.Exchange(ref _now, Math.Max(end, Interlocked.Read(ref _now)));
    }

    internal void Schedule(VirtualTimer timer, long dueTicks)
    {
        lock (_gate)
        {
            timer.DueTicks = dueTicks;
            _timers.Enqueue(timer, (dueTicks, _order++));
        }
    }

    private VirtualTimer? TakeDue(long end)
    {
        lock (_gate)
        {
            Prune();
            if (!_timers.TryPeek(out var timer, out var priority) || priority.Ticks > end)
            {
                return null;
            }

            _timers.Dequeue();
            timer.DueTicks = null;
            if (priority.Ticks > _now)
            {
                Interlocked.Exchange(ref _now, priority.Ticks);
            }

            return timer;
        }
    }

    // A timer that was changed or disposed leaves its old entry behind.
    private void Prune()
    {
        while (_timers.TryPeek(out var timer, out var priority) && timer.DueTicks != priority.Ticks)
        {
            _timers.Dequeue();
        }
    }
}
