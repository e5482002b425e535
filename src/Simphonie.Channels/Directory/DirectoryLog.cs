using Microsoft.Extensions.Logging;

namespace Simphonie.Channels.Directories;

/// <summary>Log events of the directory channel (3400–3499). No event carries a name from outside or a byte of a file.</summary>
internal static partial class DirectoryLog
{
    [LoggerMessage(3401, LogLevel.Warning, "Channel {Channel} could not look into its folder: {Cause}.")]
    public static partial void ScanFailed(ILogger log, string channel, string cause);

    [LoggerMessage(3402, LogLevel.Error, "Channel {Channel} could not hand a file to the journal and keeps it for another try: {Cause}.")]
    public static partial void NotKept(ILogger log, string channel, string cause);

    [LoggerMessage(3403, LogLevel.Warning, "Channel {Channel} could not move a file that was received; it will be met as a duplicate: {Cause}.")]
    public static partial void NotMoved(ILogger log, string channel, string cause);
}
