using Microsoft.Extensions.Logging;

namespace Simphonie.Channels.Mllp;

/// <summary>Log events of the MLLP channel (3100–3199). No event carries a byte of a message.</summary>
internal static partial class MllpLog
{
    [LoggerMessage(3101, LogLevel.Warning, "Channel {Channel} could not accept a connection: {Cause}.")]
    public static partial void AcceptFailed(ILogger log, string channel, string cause);

    [LoggerMessage(3102, LogLevel.Warning, "Channel {Channel} has {Limit} connections already and closed a further one.")]
    public static partial void TooManyConnections(ILogger log, string channel, int limit);

    [LoggerMessage(3103, LogLevel.Information, "A connection of channel {Channel} ended: {Cause}.")]
    public static partial void ConnectionEnded(ILogger log, string channel, string cause);

    [LoggerMessage(3104, LogLevel.Error, "A connection of channel {Channel} failed and was closed without acknowledgement: {Cause}.")]
    public static partial void ConnectionFailed(ILogger log, string channel, string cause);

    [LoggerMessage(3105, LogLevel.Warning, "Channel {Channel} closed a connection that was too slow or idle for too long.")]
    public static partial void TooSlow(ILogger log, string channel);
}
