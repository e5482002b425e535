using Simphonie.Core.Documents;
using Simphonie.Definitions.Mappings.Rules;

namespace Simphonie.Definitions.Mappings.Running;

/// <summary>Which node of the edited document meets which change: expressions are evaluated once, before anything is written.</summary>
internal sealed class EditPlan
{
    private readonly Dictionary<(Node Node, EditKind Kind), EditChange> _changes = [];
    private readonly HashSet<EditChange> _begun = new(ReferenceEqualityComparer.Instance);

    public EditPlan(MappingRun run, IReadOnlyList<EditChange> changes)
    {
        var items = run.RentItems();
        foreach (var change in changes)
        {
            items.Clear();
            change.Nodes.Evaluate(run, items);
            foreach (var item in items)
            {
                if (item.IsNode)
                {
                    _changes.TryAdd((item.Node, change.Kind), change);
                }
            }
        }

        run.Return(items);
    }

    /// <summary>The change of that kind for a node; <paramref name="first"/> when its change is met for the first time.</summary>
    public EditChange? Find(Node node, EditKind kind, out bool first)
    {
        first = false;
        if (!_changes.TryGetValue((node, kind), out var change))
        {
            return null;
        }

        first = _begun.Add(change);
        return change;
    }
}
