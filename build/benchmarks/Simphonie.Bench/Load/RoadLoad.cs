using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Simphonie.Bench.Load;

/// <summary>A GAP of its own process: sends admissions with cover, takes the returns, and sends the next when one has come.</summary>
internal sealed class RoadLoad
{
    private const int Connections = 16;

    private readonly LoadNumbers _numbers = new("R");
    private readonly RoadPlan _plan;
    private readonly SemaphoreSlim _room;
    private readonly ConcurrentDictionary<string, long> _sent = new(StringComparer.Ordinal);
    private readonly List<(long At, long Latency)> _returns = new(1 << 17);
    private long _begin = long.MaxValue;
    private long _refused;

    private RoadLoad(RoadPlan plan)
    {
        _plan = plan;
        _room = new(plan.OnTheWay);
    }

    public static async Task<RoadResult> RunAsync(RoadPlan plan, CancellationToken cancellationToken) => await new RoadLoad(plan).RunAsync(cancellationToken);

    private async Task<RoadResult> RunAsync(CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listening = new TaskCompletionSource();
        var sink = new ReturnSink(_plan.ReturnPort, Returned).RunAsync(listening, over.Token);
        await listening.Task;
        var senders = Enumerable.Range(0, Connections).Select(_ => Task.Run(() => SendAsync(over.Token), cancellationToken)).ToArray();
        await Task.Delay(_plan.WarmUp, cancellationToken);
        using var own = Process.GetCurrentProcess();
        var processor = own.TotalProcessorTime;
        var begin = Stopwatch.GetTimestamp();
        Interlocked.Exchange(ref _begin, begin);
        Console.WriteLine("measuring");
        await Task.Delay(_plan.Measured, cancellationToken);
        (long At, long Latency)[] returns;
        long end;
        lock (_returns)
        {
            end = Stopwatch.GetTimestamp();
            returns = [.. _returns];
        }

        own.Refresh();
        processor = own.TotalProcessorTime - processor;
        await over.CancelAsync();
        await Task.WhenAll([sink, .. senders]);
        long[] latencies = [.. returns.Select(static one => one.Latency).Order()];
        var (seconds, third) = (Stopwatch.GetElapsedTime(begin, end).TotalSeconds, (end - begin) / 3);
        return new(
            returns.Length,
            returns.Count(one => one.At < begin + third) / (seconds / 3),
            returns.Count(one => one.At >= end - third) / (seconds / 3),
            _refused,
            seconds,
            At(latencies, 0.5),
            At(latencies, 0.99),
            processor.TotalSeconds);
    }

    private void Returned(string dossier)
    {
        var now = Stopwatch.GetTimestamp();
        if (!_sent.TryRemove(dossier, out var sent))
        {
            return;
        }

        _room.Release();
        if (now >= Interlocked.Read(ref _begin))
        {
            lock (_returns)
            {
                _returns.Add((now, now - sent));
            }
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, _plan.HubPort, cancellationToken);
        var frame = new LoadFrame(LoadMessages.Covered, _numbers);
        var answer = new byte[4096];
        try
        {
            while (true)
            {
                await _room.WaitAsync(cancellationToken);
                var message = frame.Next();
                _sent[frame.Number] = Stopwatch.GetTimestamp();
                await socket.SendAsync(message, cancellationToken);
                if (!await AcknowledgedAsync(socket, answer, cancellationToken))
                {
                    Interlocked.Increment(ref _refused);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }

    private static async Task<bool> AcknowledgedAsync(Socket socket, byte[] answer, CancellationToken cancellationToken)
    {
        var length = 0;
        do
        {
            var count = await socket.ReceiveAsync(answer.AsMemory(length), cancellationToken);
            length += count > 0 ? count : throw new IOException("the hub closed the connection");
        }
        while (answer[length - 1] != 0x0D || answer[length - 2] != 0x1C);

        return answer.AsSpan(0, length).IndexOf("MSA|AA|"u8) >= 0;
    }

    private static double At(long[] sorted, double share) =>
        sorted.Length == 0 ? 0 : Stopwatch.GetElapsedTime(0, sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))]).TotalMilliseconds;
}
