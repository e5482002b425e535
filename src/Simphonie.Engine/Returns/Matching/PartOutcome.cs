using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;

namespace Simphonie.Engine.Returns.Matching;

/// <summary>What becomes of parts, in their order, and the writes to their cases: to be committed together or not at all.</summary>
internal sealed record PartOutcome(IReadOnlyList<PartFate> Fates, IReadOnlyList<JournalWrite> Writes);

/// <summary>What becomes of one part.</summary>
/// <param name="Kind">How it ends.</param>
/// <param name="Case">Its case after it, or as it is; null where there is none.</param>
/// <param name="Objection">Why it is parked.</param>
internal readonly record struct PartFate(PartFateKind Kind, CaseRecord? Case, DiagnosticCode? Objection = null);

/// <summary>Ways a part can end.</summary>
internal enum PartFateKind
{
    /// <summary>The payer has not dealt with it: nothing follows.</summary>
    Unhandled,

    /// <summary>Its case has taken it.</summary>
    Applied,

    /// <summary>Its case has it in its history, and nothing follows from it in the state that it is in.</summary>
    Ignored,

    /// <summary>Its case has it already.</summary>
    Copy,

    /// <summary>It waits for a decision.</summary>
    Parked,
}
