using Microsoft.Extensions.Logging;

namespace Simphonie.Channels.Fhir;

/// <summary>Log events of the FHIR channel (3300–3399). No event carries content of a message.</summary>
internal static partial class FhirChannelLog
{
    [LoggerMessage(3301, LogLevel.Error, "Channel {Channel} failed on a request and answered 500: {Cause}.")]
    public static partial void Failed(ILogger log, string channel, string cause);

    [LoggerMessage(3302, LogLevel.Information, "A caller of channel {Channel} hung up before its answer.")]
    public static partial void HungUp(ILogger log, string channel);
}
