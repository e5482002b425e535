using System.Diagnostics;

namespace Simphonie.Bench.Rows;

/// <summary>The machine's limit beside reading: one pass over memory, looking for a byte that is not there.</summary>
internal static class MemoryScan
{
    private const int Size = 64 * 1024 * 1024;

    public static double GigabytesPerSecond()
    {
        const int passes = 20;
        var bytes = new byte[Size];
        bytes.AsSpan().Fill((byte)'x');
        var found = bytes.AsSpan().Count((byte)'|'); // first touch
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < passes; i++)
        {
            found += bytes.AsSpan().Count((byte)'|');
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return found == 0 ? (double)Size * passes / seconds / 1e9 : throw new InvalidOperationException("A byte was found that nobody wrote.");
    }
}
