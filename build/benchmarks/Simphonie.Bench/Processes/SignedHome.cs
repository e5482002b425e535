namespace Simphonie.Bench.Processes;

/// <summary>Makes the CDRi profile of a copied home ask for a signed assertion of a professional.</summary>
internal static class SignedHome
{
    public static void Sign(string home)
    {
        var profile = Path.Combine(home, "schemas", "soap", "cdri-hub.profile.yaml");
        var text = File.ReadAllText(profile);
        var signed = text.Replace("authentication: mutual-tls", "authentication: ps", StringComparison.Ordinal);
        if (signed == text)
        {
            throw new InvalidOperationException("The CDRi profile no longer says mutual-tls: the row would measure something else.");
        }

        File.WriteAllText(profile, signed);
    }
}
