using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Fhir;

/// <summary>Codes of the FHIR channel (33xx).</summary>
public static class FhirChannelCodes
{
    public static readonly DiagnosticCode MediaType = new("SIM3301", Severity.Error, "The body is not FHIR in JSON.", "Send Content-Type: application/fhir+json.");
    public static readonly DiagnosticCode NotAcceptable = new("SIM3302", Severity.Error, "The door answers in application/fhir+json only.", "Send Accept: application/fhir+json.");
    public static readonly DiagnosticCode NotAuthenticated = new("SIM3303", Severity.Error, "The caller is not known.", "Send the credentials that the hub's administrator gave.");
    public static readonly DiagnosticCode NotFound = new("SIM3304", Severity.Error, "There is nothing of that address for this caller.", "Check the address; what was received is shown to the client that posted it only.");
    public static readonly DiagnosticCode NotSupported = new("SIM3305", Severity.Error, "The door does not know this interaction.", "See the CapabilityStatement at /metadata; there is no search.");
    public static readonly DiagnosticCode WrongType = new("SIM3306", Severity.Error, "The resource is not of the type that the address asks for.", "Post the resource to the address of its own type.");
    public static readonly DiagnosticCode WrongBundle = new("SIM3307", Severity.Error, "The Bundle is not of a type that is taken here.", "Post a Bundle of type message or collection, or one with the resource that the operation is about.");
    public static readonly DiagnosticCode Gone = new("SIM3308", Severity.Error, "The content was removed when its time of retention ended.", "Ask the operator of the hub; its record is still there.");
    public static readonly DiagnosticCode Conflict = new("SIM3309", Severity.Error, "Another message with the same identity was received before.", "Give each message an identifier of its own.");
    public static readonly DiagnosticCode TooLarge = new("SIM3310", Severity.Error, "The message is larger than the channel takes.", "Send it in parts, or ask for a higher limit of the channel.");
    public static readonly DiagnosticCode Overloaded = new("SIM3311", Severity.Error, "The hub cannot keep messages at the moment.", "Send the message again after the time of Retry-After.");
    public static readonly DiagnosticCode NoRoute = new("SIM3312", Severity.Error, "The message was kept, but no route answers it.", "Ask the operator of the hub whether a route is missing.");
    public static readonly DiagnosticCode NoAnswer = new("SIM3313", Severity.Error, "The route ended without an answer.", "The other issues say why; the operator of the hub sees the whole.");
    public static readonly DiagnosticCode Broken = new("SIM3314", Severity.Error, "The hub failed.", "The operator of the hub finds the cause in its log; send the message again later.");
    public static readonly DiagnosticCode Received = new("SIM3315", Severity.Information, "The message was received and kept.", "Nothing to do.");
    public static readonly DiagnosticCode WrongWorld = new("SIM3316", Severity.Error, "The message is of the other world (real or test).", "Send test messages to a test hub and real ones to a real hub.");
    public static readonly DiagnosticCode BadPrefer = new("SIM3317", Severity.Error, "The header Prefer cannot be read.", "Write Prefer: wait=N with N whole seconds up to 3600, respond-async, or return=minimal.");
    public static readonly DiagnosticCode Coding = new("SIM3318", Severity.Error, "The body has a content coding that the door does not take.", "Send the body without Content-Encoding.");
    public static readonly DiagnosticCode BodyBroken = new("SIM3319", Severity.Error, "The body did not arrive as HTTP says.", "Send the whole body, with the length or the chunks that the header announces, without long pauses.");
    public static readonly DiagnosticCode Setting = new("SIM3320", Severity.Error, "A setting of the FHIR channel is wrong.", "Correct it as its reference page says.");
    public static readonly DiagnosticCode NotReached = new("SIM3330", Severity.Error, "The FHIR server cannot be reached.", "Check that it runs at the address of hub.yaml.");
    public static readonly DiagnosticCode AnswerLost = new("SIM3331", Severity.Error, "The FHIR server did not answer.", "Ask the server whether it has the resource.");
    public static readonly DiagnosticCode Rejected = new("SIM3332", Severity.Error, "The FHIR server rejected the resource.", "Read its OperationOutcome, correct the resource and send it again.");
    public static readonly DiagnosticCode Busy = new("SIM3333", Severity.Warning, "The FHIR server asked to send the resource again later.", "Nothing to do: it is sent again.");
    public static readonly DiagnosticCode ServerError = new("SIM3334", Severity.Error, "The FHIR server failed.", "Ask the server whether it has the resource.");
    public static readonly DiagnosticCode AnswerTooLarge = new("SIM3335", Severity.Error, "The answer of the FHIR server is larger than the endpoint takes.", "Raise answer_megabytes, or ask the server for smaller answers.");
}
