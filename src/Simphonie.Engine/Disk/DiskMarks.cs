namespace Simphonie.Engine.Disk;

/// <summary>
/// The marks of the disk. The probe is asked at most once a second; at the lower mark the reserve is given back to the disk,
/// so that answers, outcomes and events find room, and it is taken again when there is space for it above that mark: the reserve itself
/// never moves the level back to where it would be given away again.
/// </summary>
public sealed class DiskMarks(DiskMarkSettings settings, Func<long> freeBytes, DiskReserve? reserve, TimeProvider time)
{
    private readonly Lock _gate = new();
    private long _askedAt;
    private bool _asked;
    private volatile int _level;

    /// <summary>The level now, at most a second old.</summary>
    public DiskLevel Level
    {
        get
        {
            var now = time.GetTimestamp();
            if (Volatile.Read(ref _asked) && time.GetElapsedTime(Interlocked.Read(ref _askedAt), now) < TimeSpan.FromSeconds(1))
            {
                return (DiskLevel)_level;
            }

            lock (_gate)
            {
                Interlocked.Exchange(ref _askedAt, now);
                Volatile.Write(ref _asked, true);
                var free = freeBytes();
                var level = settings.LevelOf(free);
                if (level == DiskLevel.Lower)
                {
                    reserve?.Release();
                }
                else if (level == DiskLevel.Ample && reserve is { IsHeld: false } && settings.LevelOf(free - reserve.Bytes) != DiskLevel.Lower)
                {
                    reserve.TryHold();
                }

                _level = (int)level;
                return level;
            }
        }
    }
}
