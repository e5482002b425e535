using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Definitions.Lint.Rules;

/// <summary>
/// An aggregate does not group by the route's own key: a member that waits holds its key, so that the next of the group would not start before the group has closed.
/// </summary>
internal sealed class SharedGroupKeyRule : ILintRule
{
    public void Check(DefinitionSet set, DiagnosticBag findings)
    {
        foreach (var route in set.Routes.Where(r => r is { Key: not null, Answer: null }))
        {
            foreach (var aggregate in StepWalk.Of(route.Steps).OfType<Step.Aggregate>().Where(a => Same(a.By.Text, route.Key!.Text)))
            {
                findings.Add(RouteCodes.SharedGroupKey, aggregate.Place, $"route '{route.Name}' groups by its own key: each member would wait behind the one before, and every group would be of one.");
            }
        }
    }

    private static bool Same(string by, string key) => Bare(by) == Bare(key);

    private static string Bare(string expression) => string.Concat(expression.Where(c => !char.IsWhiteSpace(c)));
}
