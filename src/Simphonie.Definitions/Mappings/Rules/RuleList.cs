using Simphonie.Definitions.Mappings.Running;

namespace Simphonie.Definitions.Mappings.Rules;

/// <summary>Rules in the order they are written.</summary>
internal sealed class RuleList(IReadOnlyList<Rule> rules)
{
    public static RuleList Empty { get; } = new([]);

    public bool IsEmpty => rules.Count == 0;

    public void Run(MappingRun run, Target target)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            rules[i].Run(run, target);
        }
    }
}
