using Microsoft.Extensions.Logging;

namespace Simphonie.Channels.Soap;

/// <summary>Log events of the SOAP channel, 3200 to 3299. None carries a message.</summary>
internal static partial class SoapLog
{
    [LoggerMessage(EventId = 3200, Level = LogLevel.Warning, Message = "Certificate of a SOAP channel: {Finding}")]
    public static partial void Certificate(ILogger logger, string finding);

    [LoggerMessage(EventId = 3202, Level = LogLevel.Information, Message = "A caller of the SOAP service {Service} hung up before its answer.")]
    public static partial void HungUp(ILogger logger, string service);

    /// <summary>Only the exception's type: its text could hold a value of the message.</summary>
    [LoggerMessage(EventId = 3201, Level = LogLevel.Error, Message = "The handler of the SOAP service {Service} failed with {Exception}.")]
    public static partial void HandlerFailed(ILogger logger, string service, string exception);
}
