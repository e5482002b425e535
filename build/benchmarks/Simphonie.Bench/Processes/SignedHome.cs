namespace Simphonie.Bench.Processes;

/// <summary>A copy of the definitions in which the CDRi profile asks for a signed assertion of a professional.</summary>
internal static class SignedHome
{
    public static string Make(string home, string into)
    {
        foreach (var folder in new[] { "schemas", "routes", "mappings", Path.Combine("samples", "demo") })
        {
            Copy(Path.Combine(home, folder), Path.Combine(into, folder));
        }

        var profile = Path.Combine(into, "schemas", "soap", "cdri-hub.profile.yaml");
        var text = File.ReadAllText(profile);
        var signed = text.Replace("authentication: mutual-tls", "authentication: ps", StringComparison.Ordinal);
        if (signed == text)
        {
            throw new InvalidOperationException("The CDRi profile no longer says mutual-tls: the row would measure something else.");
        }

        File.WriteAllText(profile, signed);
        return into;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
