using Simphonie.Core.Diagnostics;

namespace Simphonie.Channels.Soap;

/// <summary>Findings of the SOAP channel: 320x settings and profiles, 321x client, 323x service, 324x assertions.</summary>
public static class SoapCodes
{
    public static readonly DiagnosticCode Setting = new("SIM3201", Severity.Error, "A SOAP setting is wrong", "Correct the field at the place named.");
    public static readonly DiagnosticCode Profile = new("SIM3202", Severity.Error, "A SOAP profile is wrong", "Correct the profile at the place named.");
    public static readonly DiagnosticCode UnknownProfile = new("SIM3203", Severity.Error, "No such SOAP profile is loaded", "Name a profile of schemas/soap with its version.");

    public static readonly DiagnosticCode RequestUnreadable = new("SIM3210", Severity.Error, "The request is not a readable envelope", "Correct the mapping that writes the request.");
    public static readonly DiagnosticCode RequestInvalid = new("SIM3211", Severity.Error, "The request does not conform to its schema, so it was not sent", "Correct the mapping that writes the request.");
    public static readonly DiagnosticCode AnswerUnreadable = new("SIM3212", Severity.Error, "The answer is not a SOAP envelope", "Ask the service's operator; the answer was not used.");
    public static readonly DiagnosticCode AnswerInvalid = new("SIM3213", Severity.Error, "The answer does not conform to its schema", "Ask the service's operator; the answer was not used.");
    public static readonly DiagnosticCode AnswerTooLarge = new("SIM3214", Severity.Error, "The answer is larger than the limit", "Raise answer_megabytes if such answers are expected.");
    public static readonly DiagnosticCode Fault = new("SIM3215", Severity.Error, "The service answered with a fault", "Look at the answer of the delivery for its code and text.");
    public static readonly DiagnosticCode Busy = new("SIM3216", Severity.Warning, "The service is temporarily unavailable", "Nothing: the delivery is tried again.");
    public static readonly DiagnosticCode Refused = new("SIM3217", Severity.Error, "The service refused the call with an HTTP status", "Check address, certificate and rights with the service's operator.");
    public static readonly DiagnosticCode NotReached = new("SIM3218", Severity.Warning, "The service cannot be reached", "Check address, network and TLS; the delivery is tried again.");
    public static readonly DiagnosticCode NoAnswer = new("SIM3219", Severity.Warning, "The call left and no answer came", "Nothing if the endpoint's repeat is safe; else ask the service what became of it.");
    public static readonly DiagnosticCode OtherMessage = new("SIM3220", Severity.Error, "The answer relates to another message", "Ask the service's operator; the answer was not used.");

    public static readonly DiagnosticCode ServiceNotCallable = new("SIM3230", Severity.Error, "A call to the SOAP service is not acceptable", "The caller corrects what the fault says.");

    public static readonly DiagnosticCode AssertionUnavailable = new("SIM3240", Severity.Warning, "No valid assertion can be had", "Renew the assertion's file or the signing certificate.");
    public static readonly DiagnosticCode AssertionRefused = new("SIM3241", Severity.Error, "An assertion is not acceptable", "The caller sends one that is signed, from a trusted certificate, and recent.");
}
