using System.Diagnostics;

namespace Simphonie.Channels.Tests.Peers;

/// <summary>Runs an independent implementation: a script of tests/peers with Node, or a program of Debian.</summary>
internal static class Peer
{
    public static string Folder { get; } = Path.Combine(Root(), "tests", "peers");

    public static Process StartNode(string script, params string[] arguments) => Start("node", [Path.Combine(Folder, script), .. arguments]);

    public static async Task<string> RunAsync(Process process, CancellationToken cancellationToken)
    {
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.That(process.ExitCode, Is.Zero, await error);
        return await output;
    }

    public static Process Start(string program, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder })!;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new InvalidOperationException($"{program} is not installed; build/install-test-peers installs what the tests talk to.", exception);
        }
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Simphonie.slnx")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("Simphonie.slnx was not found above the tests.");
    }
}
