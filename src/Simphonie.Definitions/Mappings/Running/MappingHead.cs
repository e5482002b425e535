using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Schemas;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Mappings.Running;

/// <summary>The head of a mapping file, resolved.</summary>
internal sealed record MappingHead
{
    public required string Name { get; init; }

    public required int Version { get; init; }

    public required DateOnly Effective { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required Place Place { get; init; }

    /// <summary>Names of the further documents it is composed from.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public required IFormat TargetFormat { get; init; }

    public ISchema? TargetSchema { get; init; }

    /// <summary>What stands after <c>#</c> in <c>to</c>.</summary>
    public string? TargetType { get; init; }

    public required IReadOnlyDictionary<string, CodeTable> Tables { get; init; }

    /// <summary>Set by <c>only_if_changed</c>: no output when these parts are as in the source.</summary>
    public UnchangedTest? Unchanged { get; init; }
}
