using Simphonie.Core.Diagnostics;
using Simphonie.Formats.B2.Schemas;
using Simphonie.Formats.B2.Validation;

namespace Simphonie.Formats.Tests.B2;

/// <summary>The shipped layouts, loaded once.</summary>
internal static class B2Files
{
    private static readonly Lazy<B2Schema> Loaded2007 = new(() => Load("cp-2007.yaml"));
    private static readonly Lazy<B2Schema> Loaded2023 = new(() => Load("cp-2023.yaml"));

    public static B2Schema Cp2007 => Loaded2007.Value;

    public static B2Schema Cp2023 => Loaded2023.Value;

    public static string Root
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

    public static string SchemaFolder => Path.Combine(Root, "schemas", "b2");

    /// <summary>What validation says of a file, as <c>CODE place</c>.</summary>
    public static string[] Validate(byte[] file) => [.. Findings(file).Select(finding => $"{finding.Code.Id} {finding.Place.Path}")];

    public static DiagnosticBag Findings(byte[] file, B2Schema? schema = null)
    {
        var findings = new DiagnosticBag();
        new B2Validator(schema ?? Cp2023, findings).Run(file, CancellationToken.None);
        return findings;
    }

    private static B2Schema Load(string name)
    {
        var findings = new DiagnosticBag();
        var schema = new B2SchemaLoader().Load(Path.Combine(SchemaFolder, name), findings);
        return schema as B2Schema ?? throw new InvalidOperationException(string.Join('\n', findings));
    }
}
