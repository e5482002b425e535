using Simphonie.Core.Diagnostics;
using Simphonie.Definitions.Mappings.Running;

namespace Simphonie.Definitions.Mappings.Rules;

/// <summary><c>require:</c>: what must hold before anything is made. All are told, not only the first.</summary>
internal sealed class RequireRule(IReadOnlyList<Requirement> requirements, Rule body, Place place) : Rule(place)
{
    public override void Run(MappingRun run, Target target)
    {
        var met = true;
        foreach (var requirement in requirements)
        {
            if (!requirement.That.IsTrue(run))
            {
                run.Findings.Add(MappingCodes.RequirementNotMet, requirement.Place, requirement.Why);
                met = false;
            }
        }

        if (met)
        {
            body.Run(run, target);
        }
    }
}

/// <summary>One requirement. <paramref name="Why"/> is the text of the finding; it carries no value of a message.</summary>
internal sealed record Requirement(RuleExpression That, string Why, Place Place);
