using Simphonie.Core.Diagnostics;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Processes.Model;

/// <summary>A compiled process: a state machine over the messages of one business case. Immutable.</summary>
public sealed record ProcessDefinition
{
    public required string Name { get; init; }

    public required int Version { get; init; }

    /// <summary>First day on which cases begin under this version; a case ends under the version that it began with.</summary>
    public required DateOnly Effective { get; init; }

    public string? Description { get; init; }

    public required Place Place { get; init; }

    /// <summary>What tells cases apart, over the values of the event; whoever raises an event may also give the key itself.</summary>
    public required Expression Case { get; init; }

    /// <summary>Parameters by their names; empty when the process names no profile.</summary>
    public required ProcessProfile Profile { get; init; }

    /// <summary>What a case holds, in order of the file: a value's position is its place in <see cref="Evaluation.CaseContext"/>.</summary>
    public required IReadOnlyList<Hold> Holds { get; init; }

    /// <summary>For each hold what it is when the event that begins the case does not give it; null for none.</summary>
    public required IReadOnlyList<Expression?> Defaults { get; init; }

    /// <summary>Events that were declared with their values, by name; empty when the file declares none.</summary>
    public required IReadOnlyDictionary<string, EventShape> Events { get; init; }

    /// <summary>Name of the event that begins a case.</summary>
    public required string Begins { get; init; }

    public required IReadOnlyList<ProcessState> States { get; init; }

    /// <summary>What holds after every step of a case; a step that would break one is not taken.</summary>
    public required IReadOnlyList<Invariant> Always { get; init; }

    /// <summary>SHA-256 over the file and the profile's file, in hexadecimal: the same content is the same definition, whatever else its set holds.</summary>
    public required string Hash { get; init; }

    public ProcessState First => States[0].First ? States[0] : States.First(static state => state.First);

    /// <summary>The channel on which the messages of <c>send</c> actions come in: <c>process.NAME</c>.</summary>
    public string Channel => ChannelOf(Name);

    public static string ChannelOf(string process) => "process." + process;

    public ProcessState? FindState(string name)
    {
        foreach (var state in States)
        {
            if (string.Equals(state.Name, name, StringComparison.Ordinal))
            {
                return state;
            }
        }

        return null;
    }

    /// <summary>Every event that the process names: the one that begins cases, those of <c>on</c> and of <c>ignore</c>.</summary>
    public IEnumerable<string> EventNames =>
        States.SelectMany(static state => state.On.Select(static on => on.Event).Concat(state.Ignore)).Prepend(Begins).Distinct(StringComparer.Ordinal);
}
