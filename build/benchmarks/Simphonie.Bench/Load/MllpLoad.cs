using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Simphonie.Bench.Load;

/// <summary>An MLLP load client, lean enough to run beside the hub on the same cores.</summary>
internal static class MllpLoad
{
    public static async Task<LoadResult> RunAsync(LoadPlan plan, CancellationToken cancellationToken)
    {
        var begin = Stopwatch.GetTimestamp() + (long)(plan.WarmUp.TotalSeconds * Stopwatch.Frequency);
        var end = begin + (long)(plan.Measured.TotalSeconds * Stopwatch.Frequency);
        var numbers = new LoadNumbers(plan.Run);
        _ = TellAsync(plan.WarmUp, cancellationToken);
        var connections = await Task.WhenAll(Enumerable.Range(0, plan.Connections).Select(_ => Task.Run(() => SendAsync(plan, numbers, begin, end, cancellationToken), cancellationToken)));
        var latencies = connections.SelectMany(connection => connection.Latencies).Order().ToArray();
        return new(
            connections.Sum(connection => connection.Acknowledged),
            connections.Sum(connection => connection.Refused),
            plan.Measured.TotalSeconds,
            At(latencies, 0.5),
            At(latencies, 0.99),
            At(latencies, 1));
    }

    /// <summary>The other process looks at what the hub has cost when it reads this line.</summary>
    private static async Task TellAsync(TimeSpan warmUp, CancellationToken cancellationToken)
    {
        await Task.Delay(warmUp, cancellationToken);
        Console.WriteLine("measuring");
    }

    private static double At(long[] sorted, double share) =>
        sorted.Length == 0 ? 0 : Stopwatch.GetElapsedTime(0, sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))]).TotalMilliseconds;

    private static async Task<(long Acknowledged, long Refused, List<long> Latencies)> SendAsync(LoadPlan plan, LoadNumbers numbers, long begin, long end, CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, plan.Port, cancellationToken);
        var frame = new LoadFrame(plan.Template, numbers);
        var answer = new byte[4096];
        var latencies = new List<long>(1 << 14);
        long acknowledged = 0, refused = 0;
        while (true)
        {
            var sent = Stopwatch.GetTimestamp();
            if (sent >= end)
            {
                return (acknowledged, refused, latencies);
            }

            await socket.SendAsync(frame.Next(), cancellationToken);
            var length = 0;
            do
            {
                var count = await socket.ReceiveAsync(answer.AsMemory(length), cancellationToken);
                if (count == 0)
                {
                    throw new IOException("the hub closed the connection");
                }

                length += count;
            }
            while (answer[length - 1] != 0x0D || answer[length - 2] != 0x1C);

            if (sent < begin)
            {
                continue;
            }

            latencies.Add(Stopwatch.GetTimestamp() - sent);
            if (answer.AsSpan(0, length).IndexOf("MSA|AA|"u8) >= 0)
            {
                acknowledged++;
            }
            else
            {
                refused++;
            }
        }
    }
}
