using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Hub;

/// <summary>What can be wrong in <c>hub.yaml</c>.</summary>
public static class HubCodes
{
    public static readonly DiagnosticCode NoKind = new("SIM1030", Severity.Error, "A channel does not say its kind.", "Add the kind's own word, such as 'mllp:', with its settings.");
    public static readonly DiagnosticCode SeveralKinds = new("SIM1031", Severity.Error, "A channel says several kinds.", "Keep one kind per channel.");
    public static readonly DiagnosticCode WrongSide = new("SIM1032", Severity.Error, "A kind of channel does not exist on this side.", "Use a kind that accepts under 'inbound', one that delivers under 'endpoints'.");
    public static readonly DiagnosticCode Insecure = new("SIM1033", Severity.Error, "A listener on a network address has no TLS with client authentication.", "Configure 'tls' with the authorities of its clients, listen on a loopback address, or write 'insecure: accepted'.");
    public static readonly DiagnosticCode InsecureAccepted = new("SIM1034", Severity.Warning, "A listener without TLS and client authentication was accepted by configuration.", "Use it in closed test networks only.");
    public static readonly DiagnosticCode UnknownEndpoint = new("SIM1035", Severity.Error, "An endpoint is not declared.", "Declare it under 'endpoints', or correct the name.");
    public static readonly DiagnosticCode MissingFolder = new("SIM1036", Severity.Error, "A folder of definitions does not exist.", "Correct the path under 'definitions: from:'; it is relative to hub.yaml.");
    public static readonly DiagnosticCode BadName = new("SIM1037", Severity.Error, "A name has letters that names may not have.", "Use small letters, digits and '-', at most 60.");
    public static readonly DiagnosticCode BadFiness = new("SIM1038", Severity.Error, "A FINESS number does not have nine characters.", "Copy the number from the register.");
    public static readonly DiagnosticCode DiskMarks = new("SIM1039", Severity.Error, "The marks of the disk are not in order.", "Keep low above lower, and lower above reserve.");
    public static readonly DiagnosticCode SameAddress = new("SIM1040", Severity.Error, "Two listeners use the same address.", "Give each listener a port of its own.");
    public static readonly DiagnosticCode Unreadable = new("SIM1041", Severity.Error, "hub.yaml cannot be read.", "Check the path and the permissions of the file.");
}
