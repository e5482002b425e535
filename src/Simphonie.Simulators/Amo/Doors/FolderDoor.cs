using Microsoft.Extensions.Logging;
using Simphonie.Channels.Directories;
using Simphonie.Core.Channels;
using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Simulators.Amo.Answering;

namespace Simphonie.Simulators.Amo.Doors;

/// <summary>Files come in one folder, answers appear in another. A file that does not validate gets a note in the log and goes to the folder <c>error</c>.</summary>
internal sealed class FolderDoor : IAmoDoor
{
    private const string Name = "amo-simulator";

    private readonly string _inbox;
    private readonly AnswerQueue _queue;
    private readonly IInboundChannel _inbound;
    private readonly TimeProvider _time;

    public FolderDoor(string inbox, string answers, AmoDesk desk, ILoggerFactory logs, TimeProvider time)
    {
        (_inbox, _time) = (inbox, time);
        _queue = new AnswerQueue(answers, time);
        _inbound = new DirectoryChannelKind().CreateInbound(Settings(inbox), SimulatorServices.Of(Name, new DoorIntake(desk, _queue), logs, time));
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        AmoFolders.Make(() => Directory.CreateDirectory(_inbox), _queue.Create);
        await _inbound.StartAsync(cancellationToken);
    }

    public Task AnswerAsync(CancellationToken cancellationToken)
    {
        _queue.Release();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2), _time);
        await _inbound.StopAsync(limit.Token);
        await _inbound.DisposeAsync();
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
