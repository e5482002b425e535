using Microsoft.Extensions.Logging;

namespace Simphonie.Cli;

/// <summary>Log events of the command (6000–6099).</summary>
internal static partial class CliLog
{
    [LoggerMessage(6001, LogLevel.Information, "A control client left: {Cause}.")]
    public static partial void ControlClientLeft(ILogger log, string cause);

    [LoggerMessage(6002, LogLevel.Information, "The hub is ready.")]
    public static partial void Ready(ILogger log);

    [LoggerMessage(6003, LogLevel.Information, "The hub stops.")]
    public static partial void Stopping(ILogger log);

    [LoggerMessage(6004, LogLevel.Error, "The new definitions have errors and were not taken; the last good ones stay in force. First: {Finding}")]
    public static partial void BadDefinitions(ILogger log, string finding);

    [LoggerMessage(6005, LogLevel.Information, "Definitions {Revision} are in force.")]
    public static partial void DefinitionsInForce(ILogger log, string revision);

    [LoggerMessage(6006, LogLevel.Warning, "{Warning}")]
    public static partial void Warning(ILogger log, string warning);
}
