using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Definitions.Mappings.Running;

namespace Simphonie.Definitions.Mappings.Rules;

/// <summary><c>path: expression</c>. Absent input sets nothing; several values fill a list.</summary>
internal sealed class SetRule(IReadOnlyList<TargetStep> path, ValueSource source, Place place) : Rule(place)
{
    private readonly TargetStep _leaf = path[^1];

    public override void Run(MappingRun run, Target target)
    {
        run.Lineage?.Begin();
        var items = run.RentItems();
        source.Append(run, items);
        var written = 0;
        foreach (var item in items)
        {
            if (!ValueWriter.HasSomething(run, item))
            {
                continue;
            }

            if (++written > 1 && !_leaf.IsList)
            {
                run.Findings.Add(MappingCodes.SeveralValues, Place, $"{_leaf.Name} takes one value; the rule gives several");
                break;
            }

            Write(run, target, item, append: _leaf.IsList && !(_leaf.InPlace && written == 1));
        }

        run.Return(items);
    }

    private void Write(MappingRun run, Target target, Item item, bool append)
    {
        var node = TargetWalk.Make(run, target.Handle(run), path, append);
        if (_leaf.ExtensionUrl is not null)
        {
            node = run.Builder.Child(node, ValueWriter.ExtensionValueName(item));
        }

        ValueWriter.Write(run, node, item);
        run.Lineage?.Note(node, Place);
    }
}
