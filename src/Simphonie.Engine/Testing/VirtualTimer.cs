namespace Simphonie.Engine.Testing;

/// <summary>A timer of <see cref="VirtualTime"/>.</summary>
internal sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period;

    /// <summary>When it fires next, in ticks; null when it does not wait.</summary>
    public long? DueTicks { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        DueTicks = null;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            time.Schedule(this, time.GetTimestamp() + Math.Max(0, dueTime.Ticks));
        }

        return true;
    }

    public void Fire()
    {
        if (_period > TimeSpan.Zero)
        {
            time.Schedule(this, time.GetTimestamp() + _period.Ticks);
        }

        callback(state);
    }

    public void Dispose() => DueTicks = null;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
