using Microsoft.Extensions.Logging;
using Simphonie.Core.Channels;
using Simphonie.Simulators.Amo.Configuration;
using Simphonie.Simulators.Amo.Doors;

namespace Simphonie.Simulators.Amo;

/// <summary>
/// A simulated caisse, non-normative: takes B2 files from a folder and, when it is told to, from a mailbox, checks them as the hub's reader does, and after the declared
/// delays answers by the same door with an acknowledgement and NOEMIE returns.
/// </summary>
public sealed class AmoSimulator : IAsyncDisposable
{
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly AmoDesk _desk;
    private readonly List<IAmoDoor> _doors;
    private readonly CancellationTokenSource _stopping = new();
    private Task _answering = Task.CompletedTask;

    /// <param name="options">Folders, forms and behaviour. Throws <see cref="ChannelStartException"/> when a form, profile or key cannot be used.</param>
    /// <param name="logs">Logs; no payload goes there.</param>
    public AmoSimulator(AmoSimulatorOptions options, ILoggerFactory logs)
    {
        _time = options.Time;
        _log = logs.CreateLogger("Simphonie.Simulators.Amo");
        _desk = new AmoDesk(AmoForms.Load(options), options.Settings, options.Time, _log);
        _doors = [new FolderDoor(options.Inbox, options.Answers, _desk, logs, options.Time)];
        if (options.Mail is { } mail)
        {
            _doors.Add(new MailDoor(mail, _desk, logs, options.Time));
        }
    }

    public AmoCounts Counts => _desk.Counts;

    /// <summary>Makes the folders and begins to look. Throws <see cref="ChannelStartException"/> when they cannot be used.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var door in _doors)
        {
            await door.StartAsync(cancellationToken);
        }

        _answering = Task.WhenAll(_doors.Select(door => Task.Run(() => AnswerAsync(door), CancellationToken.None)));
    }

    /// <summary>Stops to look; answers that are not due yet stay for the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _answering;
        foreach (var door in _doors)
        {
            await door.DisposeAsync();
        }

        _stopping.Dispose();
    }

    private async Task AnswerAsync(IAmoDoor door)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await door.AnswerAsync(_stopping.Token);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or OperationCanceledException)
            {
                if (!_stopping.IsCancellationRequested)
                {
                    AmoLog.NotAnswered(_log, exception.GetType().Name);
                }
            }

            await Task.Delay(s_look, _time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
