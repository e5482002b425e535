namespace Simphonie.Bench.B2;

/// <summary>Looks at the memory of this process every few milliseconds and keeps the most.</summary>
internal sealed class PeakMemory : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(20);

    private readonly Timer _timer;
    private long _peak;

    public PeakMemory()
    {
        _peak = Environment.WorkingSet;
        _timer = new(_ => Interlocked.Exchange(ref _peak, Math.Max(Interlocked.Read(ref _peak), Environment.WorkingSet)), null, Every, Every);
    }

    public long Peak => Interlocked.Read(ref _peak);

    public void Dispose() => _timer.Dispose();
}
