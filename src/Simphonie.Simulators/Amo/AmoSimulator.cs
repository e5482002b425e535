using Microsoft.Extensions.Logging;
using Simphonie.Channels.Directories;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Simulators.Amo.Answering;
using Simphonie.Simulators.Amo.Configuration;

namespace Simphonie.Simulators.Amo;

/// <summary>
/// A simulated caisse, non-normative: picks B2 files up from a folder, checks them as the hub's reader does, and after the declared delays puts an
/// acknowledgement and a NOEMIE return into another. A file that does not validate gets a note in the log and goes to the folder <c>error</c>.
/// </summary>
public sealed class AmoSimulator : IIntake, IAsyncDisposable
{
    private const string Name = "amo-simulator";

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);
    private static readonly Inspection s_readable = new() { Readable = true };

    private readonly AmoSimulatorOptions _options;
    private readonly ILogger _log;
    private readonly AnswerQueue _queue;
    private readonly AmoDesk _desk;
    private readonly IInboundChannel _inbound;
    private readonly CancellationTokenSource _stopping = new();
    private Task _answering = Task.CompletedTask;

    /// <param name="options">Folders, forms and behaviour. Throws <see cref="ChannelStartException"/> when a form cannot be used.</param>
    /// <param name="logs">Logs; no payload goes there.</param>
    public AmoSimulator(AmoSimulatorOptions options, ILoggerFactory logs)
    {
        _options = options;
        _log = logs.CreateLogger("Simphonie.Simulators.Amo");
        _queue = new AnswerQueue(options.Answers, options.Time);
        _desk = new AmoDesk(AmoForms.Load(options), options.Settings, _queue, options.Time, _log);
        _inbound = new DirectoryChannelKind().CreateInbound(Settings(options.Inbox), SimulatorServices.Of(Name, this, logs, options.Time));
    }

    public AmoCounts Counts => _desk.Counts;

    /// <summary>Makes the folders and begins to look. Throws <see cref="ChannelStartException"/> when they cannot be used.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(_options.Inbox);
            _queue.Create();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ChannelStartException(Diagnostic.Of(AmoCodes.Start, Place.Whole, $"A folder cannot be made: {exception.GetType().Name}."), exception);
        }

        await _inbound.StartAsync(cancellationToken);
        _answering = Task.Run(AnswerAsync, CancellationToken.None);
    }

    async ValueTask<IntakeResult> IIntake.ReceiveAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var body = message.Body;
        if (message.Stream is not null)
        {
            using var copy = new MemoryStream();
            await message.Stream.CopyToAsync(copy, cancellationToken);
            body = copy.ToArray();
        }

        var findings = _desk.Take(body, cancellationToken);
        return new() { Disposition = findings.HasErrors ? IntakeDisposition.Invalid : IntakeDisposition.Accepted, Inspection = s_readable, Findings = [.. findings] };
    }

    /// <summary>Stops to look; answers that are not due yet stay for the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2), _options.Time);
        await _inbound.StopAsync(limit.Token);
        await _inbound.DisposeAsync();
        await _stopping.CancelAsync();
        await _answering;
        _stopping.Dispose();
    }

    private async Task AnswerAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                _queue.Release();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                AmoLog.NotAnswered(_log, exception.GetType().Name);
            }

            await Task.Delay(s_look, _options.Time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static ChannelSettings Settings(string inbox)
    {
        var place = Place.Whole;
        var own = new Setting.Map(
            [
                new("path", new Setting.Scalar(inbox, place)),
                new("poll_seconds", new Setting.Scalar("1", place)),
                new("stable_seconds", new Setting.Scalar("1", place)),
            ],
            place);
        return new() { Name = Name, Own = own, Entry = new Setting.Map([new("directory", own)], place), BaseDirectory = Directory.GetCurrentDirectory() };
    }
}
