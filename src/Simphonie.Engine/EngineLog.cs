using Microsoft.Extensions.Logging;

namespace Simphonie.Engine;

/// <summary>The engine's log events (4000 to 4999). None carries a value of a message; exceptions are told by their kind alone.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(4001, LogLevel.Information, "The engine is ready: revision {Revision}, {Lanes} lanes, {Endpoints} endpoints.")]
    public static partial void Ready(ILogger logger, string revision, int lanes, int endpoints);

    [LoggerMessage(4002, LogLevel.Information, "The engine has stopped; {UnderWay} pieces of work go on after the next start.")]
    public static partial void Stopped(ILogger logger, int underWay);

    [LoggerMessage(4003, LogLevel.Error, "The loop {Loop} ended by {Kind} and begins again in a second.")]
    public static partial void LoopFailed(ILogger logger, string loop, string kind);

    [LoggerMessage(4004, LogLevel.Error, "Work {Work} of handling {Handling} ended by {Kind} and is done again.")]
    public static partial void WorkFailed(ILogger logger, string work, long handling, string kind);

    [LoggerMessage(4005, LogLevel.Information, "Definitions of revision {Revision} are in force for new messages.")]
    public static partial void RevisionInForce(ILogger logger, string revision);

    [LoggerMessage(4006, LogLevel.Information, "Retention has reduced {Messages} messages.")]
    public static partial void Retained(ILogger logger, long messages);
}
