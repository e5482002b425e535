using System.Globalization;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Simphonie.Journal;

namespace Simphonie.Cli.Composition;

/// <summary>
/// Where log events go: warnings and errors to the terminal, everything from Information up to a file a day in the data directory, 0600, 31 days.
/// Events carry codes, places and counts; payload types print nothing of themselves.
/// </summary>
internal static class HubLogs
{
    private const string Template = "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} {EventId} {SourceContext}: {Message:lj}{NewLine}";

    public static ILoggerFactory Create(string dataDirectory)
    {
        var directory = Path.Combine(dataDirectory, "logs");
        DataDirectory.Create(dataDirectory);
        DataDirectory.Create(directory);
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .WriteTo.Console(LogEventLevel.Warning, Template, CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose)
            .WriteTo.File(
                Path.Combine(directory, "hub-.log"),
                LogEventLevel.Information,
                Template,
                CultureInfo.InvariantCulture,
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: 31,
                hooks: new OwnerOnly())
            .CreateLogger();
        return new SerilogLoggerFactory(logger, dispose: true);
    }

    /// <summary>The log file is for its owner alone.</summary>
    private sealed class OwnerOnly : Serilog.Sinks.File.FileLifecycleHooks
    {
        public override Stream OnFileOpened(string path, Stream underlyingStream, System.Text.Encoding encoding)
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            return underlyingStream;
        }
    }
}
