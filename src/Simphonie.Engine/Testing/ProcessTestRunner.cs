using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Definitions.Processes.Model;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;
using Simphonie.Definitions.Testing;
using Simphonie.Definitions.Testing.Processes;
using Simphonie.Engine.Processes.Machine;

namespace Simphonie.Engine.Testing;

/// <summary>Runs tests of processes: the machine that the hub runs, over one case, with the times of the test.</summary>
public sealed class ProcessTestRunner(DefinitionSnapshot snapshot)
{
    public TestResult Run(ProcessTest test)
    {
        var process = snapshot.Processes
            .Where(process => process.Name == test.Target.Name && process.Effective <= ParisTime.DateOf(test.Now))
            .MaxBy(static process => (process.Effective, process.Version));
        if (process is null)
        {
            return new(test.Name, test.Place, [Diagnostic.Of(TestCodes.Broken, test.Place, $"process '{test.Target.Name}' has no version in force at the first event.")]);
        }

        var run = new ProcessTestRun(process, snapshot);
        foreach (var happening in test.Events)
        {
            run.Meet(happening);
        }

        if (test.Until is { } until)
        {
            run.Pass(until);
        }

        return new(test.Name, test.Place, [.. test.Expected.Select(run.Check).OfType<Diagnostic>()]);
    }
}

/// <summary>One run of a test of a process.</summary>
internal sealed class ProcessTestRun(ProcessDefinition process, DefinitionSnapshot snapshot)
{
    /// <summary>A process whose timers come again and again at once is stopped.</summary>
    private const int MostTimers = 10_000;

    private readonly CaseMachine _machine = new(process, snapshot.Tables);
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);
    private readonly List<MadeAction> _actions = [];
    private readonly List<(string Event, string Fate)> _fates = [];
    private CaseFacts? _case;

    public void Meet(TestEvent happening)
    {
        Pass(happening.At);
        if (!_met.Add(happening.Identity))
        {
            _fates.Add((happening.Name, "absorbed"));
            return;
        }

        if (_case is null && happening.Name != process.Begins)
        {
            _fates.Add((happening.Name, "unexpected"));
            return;
        }

        var given = new Happening(happening.Name, happening.At, happening.Values);
        Take(happening.Name, _case is null ? _machine.Begin("case", given) : _machine.Apply(_case, given));
    }

    /// <summary>Lets timers come that are due by then.</summary>
    public void Pass(DateTimeOffset until)
    {
        for (var i = 0; i < MostTimers && _case is not null && _machine.NextOf(_case) is { } timer && timer.Due <= until; i++)
        {
            Take("timer", _machine.Expire(_case, timer, timer.Due));
        }
    }

    /// <summary>Null when it is met.</summary>
    public Diagnostic? Check(ProcessExpectation expected)
    {
        var wrong = expected switch
        {
            ProcessExpectation.State state => Differs("the case is in the state", state.Name, _case?.State ?? "(none)"),
            ProcessExpectation.End end => Differs("the case ended as", end.Name, (_case is null ? null : process.FindState(_case.State)!.End) ?? "(not)"),
            ProcessExpectation.Holds holds => Holds(holds),
            ProcessExpectation.Sent sent => Sent(sent),
            ProcessExpectation.NothingSent nothing => Sends().FirstOrDefault(send => nothing.Names.Contains(send.Name, StringComparer.Ordinal)) is { } send ? $"'{send.Name}' was sent." : null,
            ProcessExpectation.Raised raised => Count($"'{raised.Event}' was raised", raised.Times, _actions.OfType<MadeAction.Raise>().Count(one => one.Event == raised.Event)),
            ProcessExpectation.WorkItem item => Has("no task says", item.Text, _actions.OfType<MadeAction.WorkItem>().Select(static one => one.What)),
            ProcessExpectation.WorkItems items => Count("tasks were opened", items.Count, _actions.OfType<MadeAction.WorkItem>().Count()),
            ProcessExpectation.Alert alert => Has("no alert says", alert.Text, _actions.OfType<MadeAction.Alert>().Select(static one => one.Text)),
            ProcessExpectation.Alerts alerts => Count("alerts were there", alerts.Count, _actions.OfType<MadeAction.Alert>().Count()),
            ProcessExpectation.Fate fate => Count($"'{fate.Event}' was {fate.Outcome}", fate.Times, _fates.Count(one => one == (fate.Event, fate.Outcome))),
            _ => throw new ArgumentException($"The expectation {expected.GetType().Name} is not known.", nameof(expected)),
        };
        return wrong is null ? null : Diagnostic.Of(TestCodes.NotMet, expected.Place, wrong);
    }

    private void Take(string name, CaseStep step)
    {
        _case = step.Case ?? _case;
        _actions.AddRange(step.Actions);
        _fates.Add((name, step.Outcome switch { CaseOutcome.Taken => "taken", CaseOutcome.Ignored => "ignored", CaseOutcome.Unexpected => "unexpected", _ => "refused" }));
    }

    private IEnumerable<MadeAction.Send> Sends() => _actions.OfType<MadeAction.Send>();

    private string? Holds(ProcessExpectation.Holds expected)
    {
        foreach (var (name, value) in expected.Values)
        {
            var index = process.Holds.ToList().FindIndex(hold => hold.Name == name);
            if (index < 0)
            {
                return $"the case has no '{name}'.";
            }

            if (Differs($"'{name}' is", value, _case?.Holds[index].Text ?? "") is { } wrong)
            {
                return wrong;
            }
        }

        return null;
    }

    private string? Sent(ProcessExpectation.Sent expected)
    {
        var named = Sends().Where(send => send.Name == expected.Name).ToList();
        return Count($"'{expected.Name}' was sent", expected.Times, named.Count)
            ?? (expected.Values.Count > 0 && !named.Exists(send => expected.Values.All(wanted => (send.Values.FirstOrDefault(value => value.Key == wanted.Key).Value.Text ?? "") == wanted.Value))
                ? $"no '{expected.Name}' has these values."
                : null);
    }

    private static string? Differs(string what, string wanted, string found) => wanted == found ? null : $"{what} '{found}', not '{wanted}'.";

    private static string? Count(string what, int wanted, int found) =>
        wanted == found ? null : string.Create(CultureInfo.InvariantCulture, $"{what} {found} times, not {wanted}.");

    private static string? Has(string what, string wanted, IEnumerable<string> found) =>
        found.Any(text => text.Contains(wanted, StringComparison.Ordinal)) ? null : $"{what} '{wanted}'.";
}
