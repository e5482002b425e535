using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Processes;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Definitions.Lint.Rules.Processes;

/// <summary>Every state can be reached and left, and none lets a case wait for ever.</summary>
internal sealed class ProcessStatesRule : ILintRule
{
    public void Check(DefinitionSet set, DiagnosticBag findings)
    {
        foreach (var process in set.Processes)
        {
            var reached = Reached(process);
            foreach (var state in process.States)
            {
                if (!reached.Contains(state.Name))
                {
                    findings.Add(ProcessCodes.Unreachable, state.Place, $"no transition leads to '{state.Name}'.");
                }

                Check(state, findings);
            }
        }
    }

    private static void Check(ProcessState state, DiagnosticBag findings)
    {
        if (state.End is not null)
        {
            foreach (var timer in state.At)
            {
                findings.Add(ProcessCodes.TimerAtEnd, timer.Place, $"'{state.Name}' is an end: nothing is waited for.");
            }

            return;
        }

        if (state.At.Count == 0)
        {
            findings.Add(ProcessCodes.NoTimer, state.Place, $"a case could wait in '{state.Name}' for ever: 'at:' says what happens when nothing comes.");
        }

        if (!Ways(state).Any(to => to != state.Name))
        {
            findings.Add(ProcessCodes.NoExit, state.Place, $"nothing leads out of '{state.Name}', which is no end.");
        }
    }

    private static HashSet<string> Reached(ProcessDefinition process)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { process.First.Name };
        var waiting = new Queue<string>(reached);
        while (waiting.TryDequeue(out var name))
        {
            foreach (var to in process.FindState(name) is { } state ? Ways(state) : [])
            {
                if (reached.Add(to))
                {
                    waiting.Enqueue(to);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<string> Ways(ProcessState state) => state.On.Concat<Transition>(state.At).Select(static way => way.To).OfType<string>();
}
