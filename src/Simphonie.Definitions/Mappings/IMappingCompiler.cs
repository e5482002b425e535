using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Mappings;

/// <summary>
/// Turns one parsed mapping file into a <see cref="Mapping"/>. Stateless. Everything wrong with the file is a finding; nothing throws.
/// </summary>
public interface IMappingCompiler
{
    /// <summary>
    /// Compiles the file's root map (first key <c>mapping</c>). Null when a finding of this file is an error.
    /// </summary>
    Mapping? Compile(Setting.Map root, string file, MappingScope scope, DiagnosticBag findings);
}

/// <summary>What a mapping may refer to: all of one definition set.</summary>
public sealed record MappingScope
{
    public required ISchemaCatalog Schemas { get; init; }

    /// <summary>Formats by name.</summary>
    public required IReadOnlyDictionary<string, IFormat> Formats { get; init; }

    /// <summary>Root maps of the fragment files (first key <c>fragment</c>) by name.</summary>
    public IReadOnlyDictionary<string, Setting.Map> Fragments { get; init; } = new Dictionary<string, Setting.Map>(StringComparer.Ordinal);

    /// <summary>Code tables of the table files (first key <c>table</c>) by name; a mapping's own table of the same name wins.</summary>
    public IReadOnlyDictionary<string, CodeTable> Tables { get; init; } = new Dictionary<string, CodeTable>(StringComparer.Ordinal);
}
