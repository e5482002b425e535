using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Processes;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Snapshot;
using Simphonie.Definitions.Syntax;

namespace Simphonie.Definitions.Lint.Rules.Processes;

/// <summary>Every declared event is named by a state, every transition can be taken, and events that processes raise have a process that names them.</summary>
internal sealed class ProcessEventsRule : ILintRule
{
    public void Check(DefinitionSet set, DiagnosticBag findings)
    {
        foreach (var process in set.Processes)
        {
            var named = process.EventNames.ToHashSet(StringComparer.Ordinal);
            foreach (var shape in process.Events.Values.Where(shape => !named.Contains(shape.Name)))
            {
                findings.Add(ProcessCodes.UnusedEvent, shape.Place, $"no state names '{shape.Name}'.");
            }

            foreach (var state in process.States)
            {
                CheckOrder(state, findings);
                foreach (var raise in state.Enter.Concat(state.On.Concat<Transition>(state.At).SelectMany(static way => way.Actions)).OfType<CaseAction.Raise>())
                {
                    CheckRaise(raise, set, findings);
                }
            }
        }
    }

    private static void CheckOrder(ProcessState state, DiagnosticBag findings)
    {
        var always = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var transition in state.On)
        {
            if (always.TryGetValue(transition.Event, out var before))
            {
                findings.Add(ProcessCodes.Shadowed, transition.Place, $"the transition by '{transition.Event}' at line {before.Line} is always taken before.");
            }
            else if (transition.If is null)
            {
                always.Add(transition.Event, transition.Place);
            }

            if (state.Ignore.Contains(transition.Event))
            {
                findings.Add(ProcessCodes.BothOnAndIgnore, transition.Place, $"'{state.Name}' ignores '{transition.Event}' too.");
            }
        }
    }

    private static void CheckRaise(CaseAction.Raise raise, DefinitionSet set, DiagnosticBag findings)
    {
        var versions = set.Processes.Where(process => process.Name == raise.Process).ToList();
        if (versions.Count == 0)
        {
            findings.Add(ProcessCodes.UnknownProcess, raise.Place, $"there is no process '{raise.Process}'{Suggestion.For(raise.Process, set.Processes.Select(static process => process.Name))}");
        }
        else if (!versions.Exists(process => process.EventNames.Contains(raise.Event, StringComparer.Ordinal)))
        {
            findings.Add(ProcessCodes.UnknownEvent, raise.Place, $"the process '{raise.Process}' names no event '{raise.Event}'{Suggestion.For(raise.Event, versions.SelectMany(static process => process.EventNames))}");
        }
    }
}
