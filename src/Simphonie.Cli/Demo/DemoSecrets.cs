using Simphonie.Simulators.Authority;

namespace Simphonie.Cli.Demo;

/// <summary>
/// What a site would keep in its environment, the demonstration has made itself, in its data directory: so that commands work on it
/// without a setting, whether it runs or not.
/// </summary>
internal static class DemoSecrets
{
    /// <summary>The folder of the demonstration's own authority in a data directory.</summary>
    public static string AuthorityIn(string data) => Path.Combine(data, "demo-authority");

    /// <summary>Looks a name up in the environment, then among what the demonstration has made.</summary>
    public static Func<string, string?> For(string data) => name => Environment.GetEnvironmentVariable(name) ?? new DemoFolders(data).Named(name) ?? Made(name, data);

    private static string? Made(string name, string data)
    {
        if (!Directory.Exists(AuthorityIn(data)))
        {
            return null;
        }

        var certificates = new DemoCertificates(Path.GetFullPath(AuthorityIn(data)));
        return name switch
        {
            "CDRI_CERTIFICATE" => certificates.Etablissement,
            "CDRI_CERTIFICATE_PASSWORD" => certificates.EtablissementPassword,
            "CDRI_AUTHORITY" => certificates.Authority,
            _ => null,
        };
    }
}
