using Simphonie.Core.Diagnostics;
using Simphonie.Core.Journal;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;
using Simphonie.Definitions.Testing;

namespace Simphonie.Engine.Testing;

/// <summary>
/// Runs tests of routes in a whole engine with a journal of its own, mocked endpoints and a clock that goes as fast as the work does.
/// All routes of the set that listen to the channel take part; state, deliveries and findings are those of the tested one.
/// </summary>
/// <param name="formats">Formats, and what they know of lots and returns.</param>
/// <param name="snapshot">The definitions that are tested.</param>
/// <param name="openJournal">Opens an empty journal over the test's clock; the runner disposes it.</param>
public sealed class RouteTestRunner(RouteTestFormats formats, DefinitionSnapshot snapshot, Func<TimeProvider, ValueTask<IJournal>> openJournal)
{
    public async Task<TestResult> RunAsync(RouteTest test, CancellationToken cancellationToken)
    {
        var route = snapshot.Routes.Where(route => route.Name == test.Target.Name).OrderByDescending(static route => route.Effective).FirstOrDefault();
        if (route is null)
        {
            return new(test.Name, test.Place, [Diagnostic.Of(TestCodes.Broken, test.Place, $"route '{test.Target.Name}' did not compile.")]);
        }

        var time = new VirtualTime(test.Now);
        var journal = new RecordingJournal(await openJournal(time).ConfigureAwait(false));
        await using (journal.ConfigureAwait(false))
        {
            var run = new RouteTestRun(test, route, snapshot, formats, journal, time);
            await using (run.ConfigureAwait(false))
            {
                return ExpectationEvaluator.Evaluate(test, await run.OutcomeAsync(cancellationToken).ConfigureAwait(false));
            }
        }
    }
}
