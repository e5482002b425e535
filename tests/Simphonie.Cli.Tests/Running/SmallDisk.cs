using System.Diagnostics;
using System.Globalization;

namespace Simphonie.Cli.Tests.Running;

/// <summary>
/// A file system of a few megabytes in memory, mounted over a directory in a mount namespace of its own: only processes that are started by
/// <see cref="Wrapper"/> see it, and it is gone with the last of them.
/// </summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    // As root a namespace of mounts is enough; others need one of users around it, where the machine lets them.
    private static readonly (string Unshare, string[] Enter)[] s_ways = [("-m", ["-m"]), ("-Urm", ["-U", "--preserve-credentials", "-m"])];

    private readonly Process _holder;
    private readonly string _directory;

    private SmallDisk(Process holder, string directory, string[] enter)
    {
        _holder = holder;
        _directory = directory;
        Wrapper = ["nsenter", "-t", holder.Id.ToString(CultureInfo.InvariantCulture), .. enter, "--"];
    }

    /// <summary>What a command begins with to see the disk.</summary>
    public IReadOnlyList<string> Wrapper { get; }

    /// <summary>Null where the machine lets nobody mount anything.</summary>
    public static async Task<SmallDisk?> TryMountAsync(string directory, int megabytes, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        foreach (var (unshare, enter) in s_ways)
        {
            // The holder keeps the namespace until its input ends.
            var script = $"mount -t tmpfs -o size={megabytes}m,mode=0700 simphonie-test \"$0\" && echo mounted && exec cat";
            var holder = Process.Start(new ProcessStartInfo("unshare", [unshare, "sh", "-c", script, directory]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            if (await holder.StandardOutput.ReadLineAsync(cancellationToken) == "mounted")
            {
                return new(holder, directory, enter);
            }

            await holder.WaitForExitAsync(cancellationToken);
            holder.Dispose();
        }

        return null;
    }

    /// <summary>Writes a file until there is no room for another byte.</summary>
    public Task FillAsync(CancellationToken cancellationToken) => RunAsync("cat /dev/zero > \"$0/ballast\" 2> /dev/null; true", cancellationToken);

    /// <summary>Gives the room of that file back.</summary>
    public Task EmptyAsync(CancellationToken cancellationToken) => RunAsync("rm \"$0/ballast\"", cancellationToken);

    /// <summary>As an administrator who gives the file system more room while it is in use.</summary>
    public Task GrowAsync(int megabytes, CancellationToken cancellationToken) =>
        RunAsync($"mount -o remount,size={megabytes}m \"$0\"", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _holder.StandardInput.Close();
        await _holder.WaitForExitAsync();
        _holder.Dispose();
    }

    private async Task RunAsync(string script, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(Wrapper[0], [.. Wrapper.Skip(1), "sh", "-c", script, _directory]))!;
        await process.WaitForExitAsync(cancellationToken);
        Assert.That(process.ExitCode, Is.Zero, script);
    }
}
