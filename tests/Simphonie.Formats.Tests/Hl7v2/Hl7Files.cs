using Simphonie.Core.Diagnostics;
using Simphonie.Formats.Hl7v2.Schemas;

namespace Simphonie.Formats.Tests.Hl7v2;

/// <summary>The shipped schema, loaded once, and where published samples lie.</summary>
internal static class Hl7Files
{
    private static readonly Lazy<Hl7Schema> Loaded = new(Load);

    public static Hl7Schema PamFr => Loaded.Value;

    public static string SchemaFolder => Path.Combine(Root, "schemas", "hl7v2");

    /// <summary>Folder of the published samples; the calling test is skipped when it is not set.</summary>
    public static string PublishedSamples()
    {
        var folder = Environment.GetEnvironmentVariable("SIMPHONIE_PAM_SAMPLES");
        Assume.That(folder, Is.Not.Null.And.Not.Empty, "SIMPHONIE_PAM_SAMPLES does not say where the published samples are");
        return Path.IsPathRooted(folder) ? folder! : Path.Combine(Root, folder!);
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Simphonie.slnx")))
            {
                folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
            }

            return folder.FullName;
        }
    }

    private static Hl7Schema Load()
    {
        var findings = new DiagnosticBag();
        var schema = new Hl7SchemaLoader().Load(Path.Combine(SchemaFolder, "pam-fr-2.11.yaml"), findings);
        return schema as Hl7Schema ?? throw new InvalidOperationException(string.Join('\n', findings));
    }
}
