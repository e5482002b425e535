using System.Reflection;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Cli.Composition;

/// <summary>All permanent codes of the product, collected once from the classes that declare them.</summary>
public static class CodeCatalog
{
    private static readonly string[] s_assemblies =
    [
        "Simphonie.Core", "Simphonie.Formats", "Simphonie.Definitions", "Simphonie.Engine", "Simphonie.Channels", "Simphonie.Journal",
        "Simphonie.Simulators", "simphonie",
    ];

    private static readonly Lazy<IReadOnlyList<DiagnosticCode>> s_all = new(Collect);
    private static readonly Lazy<Dictionary<string, DiagnosticCode>> s_byId = new(() => All.DistinctBy(code => code.Id).ToDictionary(code => code.Id, StringComparer.Ordinal));

    /// <summary>Every declared code in order of its id; one declared twice is there twice, for a test to find.</summary>
    public static IReadOnlyList<DiagnosticCode> All => s_all.Value;

    /// <summary>The code of an id, null when this version does not know it.</summary>
    public static DiagnosticCode? Find(string id) => s_byId.Value.GetValueOrDefault(id);

    private static IReadOnlyList<DiagnosticCode> Collect() =>
    [
        .. s_assemblies.Select(Assembly.Load)
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Codes", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(DiagnosticCode))
            .Select(field => (DiagnosticCode)field.GetValue(null)!)
            .OrderBy(code => code.Id, StringComparer.Ordinal),
    ];
}
