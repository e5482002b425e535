namespace Simphonie.Channels.Fhir.Door;

/// <summary>What the door offers: the hub's canonical resources. Routing and the CapabilityStatement both read it.</summary>
internal static class DoorInteractions
{
    /// <summary>Name of the operation that waits for its answer.</summary>
    public const string Submit = "$submit";

    /// <summary>First segment of the address of a late answer.</summary>
    public const string Status = "_async";

    /// <summary>Resources that can be created and read again, ordered by name.</summary>
    public static IReadOnlyList<string> Resources { get; } =
    [
        "Account", "Bundle", "Claim", "ClaimResponse", "Coverage", "CoverageEligibilityRequest", "CoverageEligibilityResponse",
        "Encounter", "Patient", "PaymentNotice", "PaymentReconciliation", "Task",
    ];

    /// <summary>Resources with <c>$submit</c>, and the operation's definition in R4.</summary>
    public static IReadOnlyDictionary<string, string> Operations { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Claim"] = "http://hl7.org/fhir/OperationDefinition/Claim-submit",
        ["CoverageEligibilityRequest"] = "http://hl7.org/fhir/OperationDefinition/CoverageEligibilityRequest-submit",
    };
}
