using System.Diagnostics;

namespace Simphonie.Journal.Tests.Crash;

/// <summary>Another process that writes to a journal until it is killed.</summary>
internal static class JournalProcess
{
    /// <summary>Starts it, kills it after it has told so many lines, and returns all that it told.</summary>
    public static async Task<List<string>> RunUntilKilledAsync(string directory, int round, int lines)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Simphonie.Journal.Writer.dll"));
        start.ArgumentList.Add(directory);
        start.ArgumentList.Add($"{round}");
        using var process = Process.Start(start)!;
        var told = new List<string>();
        try
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                told.Add(line);
                if (told.Count == lines)
                {
                    process.Kill(); // SIGKILL: nothing is flushed, nothing is closed
                }
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        // The last line may be cut in the middle: the process was killed while telling.
        return told;
    }
}
