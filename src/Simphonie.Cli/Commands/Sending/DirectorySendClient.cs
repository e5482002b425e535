namespace Simphonie.Cli.Commands.Sending;

/// <summary>Puts a file into a folder that a hub watches: written under a hidden name, then renamed at once.</summary>
internal sealed class DirectorySendClient(string folder) : ISendClient
{
    public async Task<SendAnswer> SendAsync(string file, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(file);
        var hidden = Path.Combine(folder, "." + name + ".part");
        await using (var target = File.Create(hidden))
        {
            await using var source = File.OpenRead(file);
            await source.CopyToAsync(target, cancellationToken);
            target.Flush(flushToDisk: true);
        }

        File.Move(hidden, Path.Combine(folder, name));
        return new(true, "placed", null, null);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
