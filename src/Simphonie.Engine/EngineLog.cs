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

    [LoggerMessage(4007, LogLevel.Information, "Lot {Lot} was closed as number {Number} for {Recipient} with {Invoices} invoices.")]
    public static partial void LotClosed(ILogger logger, long lot, int number, string recipient, int invoices);

    [LoggerMessage(4008, LogLevel.Warning, "Lot {Lot} cannot be closed now: {Code}.")]
    public static partial void LotWaits(ILogger logger, long lot, string code);

    [LoggerMessage(4009, LogLevel.Error, "No lot leaves: {Code}. See 'doctor'.")]
    public static partial void LotsShut(ILogger logger, string code);

    [LoggerMessage(4010, LogLevel.Error, "The marks of lots could not be written ({Kind}); no lot leaves until they are.")]
    public static partial void LotMarksUnwritten(ILogger logger, string kind);

    [LoggerMessage(4011, LogLevel.Information, "Return {Return} was applied to its end: {Items} items.")]
    public static partial void ReturnApplied(ILogger logger, long @return, long items);

    [LoggerMessage(4012, LogLevel.Error, "Return {Return} cannot be read to its end any more.")]
    public static partial void ReturnHalted(ILogger logger, long @return);

    [LoggerMessage(4006, LogLevel.Information, "Retention has reduced {Messages} messages.")]
    public static partial void Retained(ILogger logger, long messages);
}
