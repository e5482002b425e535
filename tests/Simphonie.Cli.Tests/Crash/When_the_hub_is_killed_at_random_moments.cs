using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using Simphonie.Cli.Tests.Running;

namespace Simphonie.Cli.Tests.Crash;

/// <summary>
/// The real process, real MLLP, SIGKILL at random moments: every acknowledged message reaches its end; the receiver sees each at least once,
/// in order per key, and always the same bytes under one MSH-10. Rounds: 50, or SIMPHONIE_CRASH_ROUNDS.
/// </summary>
public sealed class When_the_hub_is_killed_at_random_moments
{
    private const int Senders = 6;
    private const int Dossiers = 3;

    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("SIMPHONIE_CRASH_ROUNDS") ?? "50", CultureInfo.InvariantCulture);

    private readonly ConcurrentDictionary<string, string> _acknowledged = new();
    private readonly SemaphoreSlim _progress = new(0);
    private readonly Gate _listening = new();

    [Test]
    [CancelAfter(1_800_000)]
    public async Task Should_lose_nothing_and_keep_the_order_of_each_key(CancellationToken cancellationToken)
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var receiver = new MllpReceiver();
        receiver.Start();
        using var site = new RelaySite(receiver.Port);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var senders = Enumerable.Range(0, Senders).Select(sender => SendAsync(sender, site.Port, stop.Token)).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            using var hub = site.StartHub();
            await RunUntilMomentAsync(hub, random, cancellationToken);
            hub.Kill();
            _listening.Close();
        }

        await stop.CancelAsync();
        await Task.WhenAll(senders);

        using var last = site.StartHub();
        await last.WaitUntilReadyAsync(cancellationToken);
        using var patienceAtEnd = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patienceAtEnd.CancelAfter(TimeSpan.FromSeconds(120));
        try
        {
            await receiver.WaitUntilAsync(all => _acknowledged.Keys.ToHashSet().IsSubsetOf(all.Select(ControlId)), patienceAtEnd.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var missing = _acknowledged.Keys.Except(receiver.Received.Select(ControlId)).Take(10);
            Assert.Fail($"acknowledged, never delivered: {string.Join(' ', missing)}\n{last.Output}");
        }

        Check([.. receiver.Received]);
        TestContext.Out.WriteLine($"{Rounds} rounds, {_acknowledged.Count} acknowledged, {receiver.Received.Count} received");
    }

    /// <summary>A moment that depends on progress and on chance, so that start-up, intake, stages and deliveries are all hit.</summary>
    private async Task RunUntilMomentAsync(HubProcess hub, Random random, CancellationToken cancellationToken)
    {
        using var moment = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (random.Next(6) == 0)
        {
            moment.CancelAfter(random.Next(1, 1500));
        }

        try
        {
            await hub.WaitUntilReadyAsync(moment.Token);
            _listening.Open();
            moment.CancelAfter(TimeSpan.FromSeconds(20));
            for (var messages = random.Next(0, 150); messages > 0; messages--)
            {
                await _progress.WaitAsync(moment.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The moment has come.
        }
    }

    private void Check(string[] received)
    {
        Assert.Multiple(() =>
        {
            Assert.That(_acknowledged, Has.Count.GreaterThan(Rounds), "the test must have sent something in most rounds");
            foreach (var copies in received.GroupBy(ControlId))
            {
                Assert.That(copies.Distinct().Count(), Is.EqualTo(1), $"{copies.Key} was sent with different bytes");
            }

            foreach (var dossier in received.GroupBy(Dossier))
            {
                var first = dossier.Select(Number).Distinct().ToArray();
                Assert.That(first, Is.Ordered, $"{dossier.Key} was delivered out of order");
            }

            foreach (var (id, sent) in _acknowledged)
            {
                Assert.That(received, Does.Contain(sent), id);
            }
        });
    }

    /// <summary>Sends message after message and repeats each until it is acknowledged, as a careful GAP does.</summary>
    private async Task SendAsync(int sender, int port, CancellationToken cancellationToken)
    {
        var number = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await _listening.WaitAsync(cancellationToken);
                using var wire = await MllpWire.ConnectAsync(port, cancellationToken);
                while (true)
                {
                    var message = Message(sender, number);
                    var answer = await wire.AskAsync(message, cancellationToken);
                    if (answer is null)
                    {
                        break;
                    }

                    if (answer.Contains($"MSA|AA|{ControlId(message)}", StringComparison.Ordinal))
                    {
                        _acknowledged[ControlId(message)] = message;
                        _progress.Release();
                        number++;
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or SocketException)
            {
                // The hub was killed: the gate says when another one listens.
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static string Message(int sender, int number)
    {
        var dossier = $"D{sender}{number % Dossiers}";
        return $"MSH|^~\\&|GAM|CHU-X|HUB|CHU-X|20240306111154||ADT^A02^ADT_A02|S{sender}N{number}|D|2.5^FRA^2.11|||||FRA|8859/1\r" +
            "EVN||20240306111154\r" +
            $"PID|1||P{sender}^^^CHU-X^PI||ESSAI^CRASH^^^^^L||19790328|F||||||||||{dossier}^^^CHU-X^AN\r" +
            "PV1|1|I\r" +
            $"ZBE|{number}^CHU-X|20240306110000||INSERT|N|||H\r";
    }

    private static string ControlId(string message) => message.Split('|')[9];

    private static string Dossier(string message) => message.Split('\r')[2].Split('|')[18];

    private static int Number(string message) => int.Parse(ControlId(message).Split('N')[1], CultureInfo.InvariantCulture);
}
