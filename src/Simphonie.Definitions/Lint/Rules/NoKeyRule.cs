using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Routes;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Definitions.Lint.Rules;

/// <summary>A route has a key, unless it answers a caller who waits.</summary>
internal sealed class NoKeyRule : ILintRule
{
    public void Check(DefinitionSet set, DiagnosticBag findings)
    {
        foreach (var route in set.Routes.Where(r => r.Key is null && r.Answer is null))
        {
            findings.Add(RouteCodes.NoKey, route.Place, $"route '{route.Name}' has no 'key': its messages are handled in no order.");
        }
    }
}
