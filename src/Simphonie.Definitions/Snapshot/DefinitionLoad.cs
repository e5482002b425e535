using Simphonie.Core.Diagnostics;

namespace Simphonie.Definitions.Snapshot;

/// <summary>What loading gave.</summary>
/// <param name="Snapshot">Null when a finding is an error.</param>
/// <param name="Set">The files, as far as they could be read.</param>
/// <param name="Findings">All findings, by file, line and column.</param>
public sealed record DefinitionLoad(DefinitionSnapshot? Snapshot, DefinitionSet Set, IReadOnlyList<Diagnostic> Findings);
