using System.IO.Enumeration;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Directories;

/// <summary>
/// Picks files up from a folder: a complete file is renamed into the working folder, handed to intake, and moved to the archive or error folder
/// once the journal has it. What a crash leaves in the working folder is taken again first; its content is its identity, so that it is kept once.
/// </summary>
internal sealed class DirectoryInbound : IInboundChannel
{
    private readonly DirectoryInboundSettings _settings;
    private readonly IIntake _intake;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly StableFiles _stable;
    private readonly CancellationTokenSource _stopping = new();
    private Task _watching = Task.CompletedTask;
    private int _number;

    public DirectoryInbound(DirectoryInboundSettings settings, IIntake intake, TimeProvider time, ILoggerFactory logs)
    {
        _settings = settings;
        _intake = intake;
        _time = time;
        _log = logs.CreateLogger("Simphonie.Directory");
        _stable = new StableFiles(settings.Stable);
    }

    public string Name => _settings.Name;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!Directory.Exists(_settings.Folder))
            {
                throw new DirectoryNotFoundException("it is not there");
            }

            Directory.CreateDirectory(_settings.Work);
            Directory.CreateDirectory(_settings.Archive);
            Directory.CreateDirectory(_settings.Error);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var text = $"Channel {Name} cannot use its folder: {exception.GetType().Name}. {DirectoryCodes.NoSuchFolder.Help}";
            throw new ChannelStartException(Diagnostic.Of(DirectoryCodes.NoSuchFolder, Place.Whole, text), exception);
        }

        _watching = Task.Run(WatchAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _watching.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public ValueTask DisposeAsync()
    {
        _stopping.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task WatchAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await LookAsync();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                DirectoryLog.ScanFailed(_log, Name, exception.GetType().Name);
            }

            await Task.Delay(_settings.Poll, _time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One look: what is left in the working folder first, then what has become complete.</summary>
    internal async Task LookAsync()
    {
        foreach (var left in new DirectoryInfo(_settings.Work).EnumerateFiles().OrderBy(static file => file.Name, StringComparer.Ordinal).ToArray())
        {
            if (_stopping.IsCancellationRequested || !await ReceiveAsync(left))
            {
                return;
            }
        }

        foreach (var file in _stable.Complete(Candidates(), _time.GetUtcNow()))
        {
            if (_stopping.IsCancellationRequested || !await ReceiveAsync(TakeOver(file)))
            {
                return;
            }
        }
    }

    private IEnumerable<FileInfo> Candidates() => new DirectoryInfo(_settings.Folder).EnumerateFiles().Where(file =>
        file.Name[0] != '.'
        && (file.Attributes & (FileAttributes.ReparsePoint | FileAttributes.Device)) == FileAttributes.None
        && FileSystemName.MatchesSimpleExpression(_settings.Pattern, file.Name, ignoreCase: false));

    private FileInfo TakeOver(FileInfo file)
    {
        var taken = new FileInfo(Path.Combine(_settings.Work, WorkName.Of(_time.GetUtcNow(), ++_number, Name, file.Name)));
        File.Move(file.FullName, taken.FullName, overwrite: false);
        return taken;
    }

    /// <summary>False when the hub cannot take it now: it stays in the working folder and is tried again at the next look.</summary>
    private async Task<bool> ReceiveAsync(FileInfo file)
    {
        IntakeResult result;
        try
        {
            result = await HandOverAsync(file);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            DirectoryLog.NotKept(_log, Name, exception.GetType().Name);
            return false;
        }

        if (result.Disposition == IntakeDisposition.Overloaded)
        {
            return false;
        }

        Clear(file, result.Disposition is IntakeDisposition.Accepted or IntakeDisposition.Duplicate);
        return true;
    }

    private async Task<IntakeResult> HandOverAsync(FileInfo file)
    {
        await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var key = "sha256:" + Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, CancellationToken.None));
        stream.Position = 0;
        var message = new InboundMessage { Channel = Name, FileName = WorkName.Original(file.Name), DuplicateKey = key };
        if (stream.Length > Payload.InlineLimit)
        {
            return await _intake.ReceiveAsync(message with { Stream = stream }, CancellationToken.None);
        }

        var body = new byte[stream.Length];
        await stream.ReadExactlyAsync(body, CancellationToken.None);
        return await _intake.ReceiveAsync(message with { Body = body }, CancellationToken.None);
    }

    private void Clear(FileInfo file, bool received)
    {
        try
        {
            if (received && _settings.Delete)
            {
                file.Delete();
            }
            else
            {
                File.Move(file.FullName, Path.Combine(received ? _settings.Archive : _settings.Error, WorkName.Own(file.Name)), overwrite: false);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            DirectoryLog.NotMoved(_log, Name, exception.GetType().Name);
        }
    }
}
