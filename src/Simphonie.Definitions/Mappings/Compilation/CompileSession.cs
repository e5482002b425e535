using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Mappings.Compilation;

/// <summary>What the parts of one compilation share. Made for one file, thrown away after.</summary>
internal sealed class CompileSession(IReadOnlyDictionary<string, FragmentSource> fragments, DiagnosticBag findings)
{
    private readonly HashSet<string> _seeds = new(StringComparer.Ordinal);

    public DiagnosticBag Findings => findings;

    public IReadOnlyDictionary<string, FragmentSource> Fragments => fragments;

    /// <summary>Names of the resources made by the rules above.</summary>
    public List<string> Resources { get; } = [];

    /// <summary>Fragments that are being expanded, outermost first.</summary>
    public List<FragmentSource> Expanding { get; } = [];

    /// <summary>What tells a resource from the others of the mapping: its name or type, numbered when it is used again.</summary>
    public string SeedFor(string name)
    {
        var seed = name;
        for (var n = 2; !_seeds.Add(seed); n++)
        {
            seed = $"{name}-{n}";
        }

        return seed;
    }
}

/// <summary>A fragment as it was written. It is compiled anew wherever it is applied, against the schema and the focus of that place.</summary>
internal sealed record FragmentSource(string Name, IReadOnlyList<string> Parameters, Setting Rules, Place Place);
