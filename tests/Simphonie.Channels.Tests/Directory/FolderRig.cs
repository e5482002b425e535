using Microsoft.Extensions.Logging.Abstractions;
using Simphonie.Channels.Directories;
using Simphonie.Contracts.Channels;
using Simphonie.Core.Channels;

namespace Simphonie.Channels.Tests.Directories;

/// <summary>A watched folder whose sender renames files into place. The channel looks at once at its start, then at every tick of a fast clock.</summary>
internal sealed class FolderRig : IInboundRig
{
    private readonly TemporaryFolder _folder = new();
    private readonly DirectoryInbound _channel;
    private readonly ScriptedIntake _intake;

    public FolderRig(IIntake intake)
    {
        _intake = (ScriptedIntake)intake;
        _channel = new DirectoryInbound(Settings(_folder.Path), intake, TimeProvider.System, NullLoggerFactory.Instance);
    }

    public IInboundChannel Channel => _channel;

    public byte[] Body { get; } = "MSH|^~\\&|A|B|C|D|20240306||ADT^A01|1|T|2.5\r"u8.ToArray();

    public SenderState Now =>
        Any("archive") ? SenderState.Acknowledged
        : Any("error") ? SenderState.Refused
        : SenderState.Waiting;

    public static DirectoryInboundSettings Settings(string folder) => new()
    {
        Name = "files",
        Folder = folder,
        Archive = Path.Combine(folder, "archive"),
        Error = Path.Combine(folder, "error"),
        Pattern = "*",
        Poll = TimeSpan.FromMilliseconds(10),
        Stable = TimeSpan.Zero,
    };

    public Task SendAsync(byte[] body, CancellationToken cancellationToken)
    {
        _folder.Put(".hidden", body);
        File.Move(Path.Combine(_folder.Path, ".hidden"), Path.Combine(_folder.Path, "a.hl7"));
        return Task.CompletedTask;
    }

    /// <summary>The sender looks at folders; a file that the hub could not take is still in the working folder after the second try.</summary>
    public async Task<SenderState> StateAsync(CancellationToken cancellationToken)
    {
        while (Now == SenderState.Waiting)
        {
            if (_intake.Received.Count >= 2)
            {
                return SenderState.ToSendAgain;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), cancellationToken);
        }

        return Now;
    }

    public async ValueTask DisposeAsync()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await _channel.StopAsync(stop.Token);
        await _channel.DisposeAsync();
        _folder.Dispose();
    }

    private bool Any(string below)
    {
        var folder = Path.Combine(_folder.Path, below);
        return System.IO.Directory.Exists(folder) && System.IO.Directory.EnumerateFiles(folder).Any();
    }
}
