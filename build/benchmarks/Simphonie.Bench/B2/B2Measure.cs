using System.Diagnostics;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.B2.Validation;

namespace Simphonie.Bench.B2;

/// <summary>Reads and checks a file on one thread, and adds up its bytes one by one beside.</summary>
internal static class B2Measure
{
    private const int Buffer = 256 * 1024;

    public static B2ReadResult Read(B2Load load, string path)
    {
        var before = Environment.WorkingSet;
        using var watch = new PeakMemory();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var findings = new DiagnosticBag();
        using var file = Open(path);
        var summary = new B2Validator(load.Schema, findings).Run(file, CancellationToken.None);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return findings.Count == 0
            ? new(summary.Bytes, summary.Records, summary.Bytes / seconds / 1e6, allocated, Math.Max(0, watch.Peak - before))
            : throw new InvalidOperationException($"The file that was measured is not good: {findings[0]}");
    }

    /// <summary>Megabytes a second of a loop that adds up every byte, in the same steps.</summary>
    public static double Scan(string path)
    {
        var buffer = new byte[Buffer];
        using var file = Open(path);
        var start = Stopwatch.GetTimestamp();
        var (sum, bytes) = (0L, 0L);
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            bytes += read;
            foreach (var one in buffer.AsSpan(0, read))
            {
                sum += one;
            }
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return sum > 0 ? bytes / seconds / 1e6 : throw new InvalidOperationException("The file is empty.");
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
}

/// <summary>One reading.</summary>
/// <param name="Bytes">Length of the file.</param>
/// <param name="Records">Records of it.</param>
/// <param name="MegabytesPerSecond">10^6 bytes a second.</param>
/// <param name="Allocated">Bytes allocated in all.</param>
/// <param name="Grown">By how much the process grew at most while reading.</param>
internal sealed record B2ReadResult(long Bytes, long Records, double MegabytesPerSecond, long Allocated, long Grown);
