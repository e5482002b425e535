namespace Simphonie.Engine.Dispatch;

/// <summary>How deep a queue is, and whether it had been full: work that found no room is looked for again when half of it has drained.</summary>
internal sealed class QueueDepth
{
    private int _depth;
    private int _lookAgainAt = -1;

    public void Enter() => Interlocked.Increment(ref _depth);

    /// <summary>The one that entered found no room.</summary>
    public void Overflow() => Volatile.Write(ref _lookAgainAt, Interlocked.Decrement(ref _depth) / 2);

    /// <summary>True once when the queue had been full and has drained to half.</summary>
    public bool Leave()
    {
        var depth = Interlocked.Decrement(ref _depth);
        var at = Volatile.Read(ref _lookAgainAt);
        return at >= 0 && depth <= at && Interlocked.CompareExchange(ref _lookAgainAt, -1, at) == at;
    }
}
