namespace Simphonie.Definitions.Syntax;

/// <summary>Bounds of a definition file.</summary>
/// <param name="Bytes">Largest file, in bytes.</param>
/// <param name="Depth">Deepest nesting of maps and lists.</param>
/// <param name="Nodes">Most values in one file.</param>
public sealed record YamlLimits(int Bytes, int Depth, int Nodes)
{
    public static YamlLimits Default { get; } = new(1024 * 1024, 40, 100_000);
}
