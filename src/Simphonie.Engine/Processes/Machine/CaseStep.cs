using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Core.Journal;

namespace Simphonie.Engine.Processes.Machine;

/// <summary>What a step of a case came to: values only, nothing has been written.</summary>
/// <param name="Outcome">Whether a transition was taken.</param>
/// <param name="Case">The case after it; for a case that could not begin, null.</param>
/// <param name="Actions">What is to be done, in order; places in the list are ordinals of the cause.</param>
/// <param name="Cause">Why it was not taken; null when it was.</param>
internal sealed record CaseStep(CaseOutcome Outcome, CaseFacts? Case, IReadOnlyList<MadeAction> Actions, DiagnosticCode? Cause)
{
    /// <summary>A state was entered, the same one included.</summary>
    public bool Entered { get; init; }
}

/// <summary>An action with its values computed.</summary>
internal abstract record MadeAction
{
    public sealed record Send(string Name, IReadOnlyList<KeyValuePair<string, Value>> Values) : MadeAction;

    public sealed record WorkItem(string What) : MadeAction;

    public sealed record Alert(string Text) : MadeAction;

    /// <summary>With <paramref name="Case"/> null the process that it goes to computes the key.</summary>
    public sealed record Raise(string Event, string Process, string? Case, IReadOnlyList<KeyValuePair<string, Value>> Values) : MadeAction;
}
