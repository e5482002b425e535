using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Lint.Rules;
using Simphonie.Definitions.Lint.Rules.Processes;
using Simphonie.Definitions.Snapshot;

namespace Simphonie.Definitions.Lint;

/// <summary>Every rule about a set; each runs, whatever the others found.</summary>
internal static class LintRules
{
    public static IReadOnlyList<ILintRule> All { get; } =
    [
        new SameVersionRule(),
        new SameDateRule(),
        new NoTestRule(),
        new NeverMatchesRule(),
        new UnreachableRule(),
        new NoExpiryRule(),
        new NoKeyRule(),
        new InteractiveRule(),
        new SharedGroupKeyRule(),
        new ProcessStatesRule(),
        new ProcessEventsRule(),
    ];

    public static void Run(DefinitionSet set, DiagnosticBag findings)
    {
        foreach (var rule in All)
        {
            rule.Check(set, findings);
        }
    }
}
