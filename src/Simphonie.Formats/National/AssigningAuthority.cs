namespace Simphonie.Formats.National;

/// <summary>
/// The one name of an assigning authority, whichever format names it: its OID or UUID, else its namespace, else the URI.
/// HL7 v2 writes the universal id and the namespace as components of CX-4, FHIR a system.
/// </summary>
public static class AssigningAuthority
{
    private static readonly string[] s_prefixes = ["urn:oid:", "urn:uuid:", "urn:simphonie:authority:"];

    /// <summary>The name behind <c>Identifier.system</c>.</summary>
    public static string OfSystem(string system)
    {
        foreach (var prefix in s_prefixes)
        {
            if (system.StartsWith(prefix, StringComparison.Ordinal))
            {
                return Uri.UnescapeDataString(system[prefix.Length..]);
            }
        }

        return system;
    }
}
