using System.Net;
using Simphonie.Core.Channels;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Messages;

namespace Simphonie.Channels.Fhir.Endpoint;

/// <summary>What an HTTP status of a FHIR server means for the delivery: a pure function.</summary>
internal static class FhirOutcome
{
    public static DeliveryOutcome Of(HttpStatusCode status, TimeSpan? retryAfter, Payload? answer, bool repeatSafe)
    {
        var code = (int)status;
        var text = $"The server answered {code}.";
        return code switch
        {
            >= 200 and < 300 => new DeliveryOutcome.Delivered(answer),
            408 or 425 or 429 or 503 => new DeliveryOutcome.Unavailable(Diagnostic.Of(FhirChannelCodes.Busy, Place.Whole, text), EndpointDown: true, retryAfter, answer),
            >= 500 when repeatSafe => new DeliveryOutcome.Unavailable(Diagnostic.Of(FhirChannelCodes.ServerError, Place.Whole, text), EndpointDown: true, retryAfter, answer),
            >= 500 => new DeliveryOutcome.Unknown(Diagnostic.Of(FhirChannelCodes.ServerError, Place.Whole, text)),
            _ => new DeliveryOutcome.Rejected(Diagnostic.Of(FhirChannelCodes.Rejected, Place.Whole, text), answer),
        };
    }
}
