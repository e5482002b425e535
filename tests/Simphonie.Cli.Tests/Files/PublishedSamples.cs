namespace Simphonie.Cli.Tests.Files;

/// <summary>The published PAM France samples, which are not part of the project: <c>SIMPHONIE_PAM_SAMPLES</c> says where they are.</summary>
internal static class PublishedSamples
{
    /// <summary>All seven, in order of their names; skips the test when they are not there.</summary>
    public static string[] All
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("SIMPHONIE_PAM_SAMPLES");
            Assume.That(folder, Is.Not.Null.And.Not.Empty, "SIMPHONIE_PAM_SAMPLES does not say where the published samples are");
            return [.. Directory.GetFiles(folder!, "*.er7").Order(StringComparer.Ordinal)];
        }
    }

    public static string[] Admissions => [.. All.Where(file => Path.GetFileName(file) != "sortie.er7")];

    public static string Discharge => All.Single(file => Path.GetFileName(file) == "sortie.er7");
}
