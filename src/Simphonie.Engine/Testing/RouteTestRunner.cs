using Simphonie.Core.Diagnostics;
using Simphonie.Core.Formats;
using Simphonie.Core.Journal;
using Simphonie.Core.Returns;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;
using Simphonie.Definitions.Testing;

namespace Simphonie.Engine.Testing;

/// <summary>
/// Runs tests of routes in a whole engine with a journal of its own, mocked endpoints and a clock that goes as fast as the work does.
/// All routes of the set that listen to the channel take part; state, deliveries and findings are those of the tested one.
/// </summary>
/// <param name="formats">Formats by name.</param>
/// <param name="snapshot">The definitions that are tested.</param>
/// <param name="openJournal">Opens an empty journal over the test's clock; the runner disposes it.</param>
public sealed class RouteTestRunner(IReadOnlyDictionary<string, IFormat> formats, DefinitionSnapshot snapshot, Func<TimeProvider, ValueTask<IJournal>> openJournal)
{
    /// <summary>What formats know of returns, by the name of the format.</summary>
    public IReadOnlyDictionary<string, IReturnFormat> Returns { get; init; } = new Dictionary<string, IReturnFormat>(StringComparer.Ordinal);

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
            var run = new RouteTestRun(test, route, snapshot, formats, Returns, journal, time);
            await using (run.ConfigureAwait(false))
            {
                return ExpectationEvaluator.Evaluate(test, await run.OutcomeAsync(cancellationToken).ConfigureAwait(false));
            }
        }
    }
}
