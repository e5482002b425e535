using Simphonie.Core.Diagnostics;
using Simphonie.Engine.Disk;

namespace Simphonie.Engine.Intake;

/// <summary>Back-pressure: bounds the messages in flight, refuses while the disk is low or the hub stops.</summary>
internal sealed class IntakeGate(int maxInFlight, DiskMarks disk)
{
    private int _inFlight;
    private volatile bool _stopping;

    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>Null when the message may come in, and then <see cref="Leave"/> must follow; else why not.</summary>
    public Diagnostic? TryEnter()
    {
        if (_stopping)
        {
            return Refuse(IntakeCodes.Stopping);
        }

        if (disk.Level >= DiskLevel.Low)
        {
            return Refuse(IntakeCodes.DiskLow);
        }

        if (Interlocked.Increment(ref _inFlight) > maxInFlight)
        {
            Interlocked.Decrement(ref _inFlight);
            return Refuse(IntakeCodes.Overloaded);
        }

        return null;
    }

    public void Leave() => Interlocked.Decrement(ref _inFlight);

    public void Stop() => _stopping = true;

    // 207 (application internal error) of HL7 table 0357 tells the sender to send again.
    private static Diagnostic Refuse(DiagnosticCode code) => Diagnostic.Of(code, Place.Whole, code.Title, "207");
}
