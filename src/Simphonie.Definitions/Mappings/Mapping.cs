using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Messages;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Mappings;

/// <summary>A compiled mapping: turns documents into one document. Immutable, thread-safe, pure.</summary>
public abstract class Mapping
{
    public abstract string Name { get; }

    public abstract int Version { get; }

    /// <summary>First business date it holds for.</summary>
    public abstract DateOnly Effective { get; }

    /// <summary>Schema reference of the focus, such as <c>hl7v2/pam-fr@2.11</c>.</summary>
    public abstract string From { get; }

    /// <summary>Schema reference of the output, such as <c>fhir/r4#Bundle</c>.</summary>
    public abstract string To { get; }

    /// <summary>Names of the documents it reads by variable (<c>%answer</c>), without its focus and <c>message</c>; the route must make them before.</summary>
    public virtual IReadOnlyCollection<string> Reads => [];

    public abstract MappingResult Run(MappingInput input);
}

/// <summary>What a mapping reads.</summary>
public sealed record MappingInput
{
    /// <summary>The focus: the document that the mapping's <c>from</c> names.</summary>
    public required Document Source { get; init; }

    /// <summary>A node of it that expressions start from; null: its root.</summary>
    public Node? Focus { get; init; }

    /// <summary>All named documents of the handling, <c>message</c> among them.</summary>
    public required IReadOnlyDictionary<string, Document> Documents { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required World World { get; init; }

    /// <summary>The handling's business date: picks the version of a mapping, schema or table that is named without one. Null: the day of <see cref="Now"/>.</summary>
    public DateOnly? BusinessDate { get; init; }

    /// <summary>Derives a stable identifier from the handling, the rule and an ordinal.</summary>
    public required Func<string, string> Id { get; init; }

    /// <summary>Name of the hub and of the establishment, as <c>%hub</c> and <c>%establishment</c>.</summary>
    public required string Hub { get; init; }

    public required string Establishment { get; init; }

    /// <summary>Reads the ledger for <c>ledger(kind, key)</c>.</summary>
    public Func<string, string, string?>? Ledger { get; init; }

    /// <summary>True: collect lineage (costs memory).</summary>
    public bool Explain { get; init; }
}

/// <summary>What a mapping made.</summary>
public sealed record MappingResult
{
    /// <summary>Null when a finding is an error, or when the mapping made nothing.</summary>
    public Document? Output { get; init; }

    public required IReadOnlyList<Diagnostic> Findings { get; init; }

    /// <summary>Empty unless asked for.</summary>
    public IReadOnlyList<LineageEntry> Lineage { get; init; } = [];
}

/// <summary>Where a value of the output comes from.</summary>
/// <param name="OutputPath">Path in the output's terms.</param>
/// <param name="Rule">File, line and column of the rule.</param>
/// <param name="Inputs">Places of the input values it used; empty for a constant.</param>
public sealed record LineageEntry(string OutputPath, Place Rule, IReadOnlyList<Place> Inputs);
