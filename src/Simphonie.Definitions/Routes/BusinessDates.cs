namespace Simphonie.Definitions.Routes;

/// <summary>
/// Default <c>business_date</c> by format. HL7 v2: the expected admission of a pre-admission (PV2-8), the admission of everything else (PV1-44), then the movement (ZBE-2),
/// the event (EVN-6) and the message (MSH-7). FHIR: the date of care of a request for rights.
/// </summary>
internal static class BusinessDates
{
    private static readonly Dictionary<string, string> s_defaults = new(StringComparer.Ordinal)
    {
        ["hl7v2"] = "iif(MSH-9.2 = 'A05' or ZBE-6 = 'A05', coalesce(PV2-8, ZBE-2, EVN-6, MSH-7), coalesce(PV1-44, ZBE-2, EVN-6, MSH-7))",
        ["fhir"] = "coalesce(ofType(CoverageEligibilityRequest).serviced, ofType(Bundle).entry.resource.ofType(CoverageEligibilityRequest).serviced.first())",
    };

    public static IReadOnlyDictionary<string, string> All => s_defaults;

    /// <summary>The expression's text; null where a format has no default and the date of receipt is used.</summary>
    public static string? DefaultFor(string? format) => format is null ? null : s_defaults.GetValueOrDefault(format);
}
