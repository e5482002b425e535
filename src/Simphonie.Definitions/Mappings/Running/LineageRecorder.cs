using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Mappings.Running;

/// <summary>
/// Notes for each value of the output the rule that made it and the places of the input that its expressions used,
/// those of the variables it names included.
/// </summary>
internal sealed class LineageRecorder
{
    private readonly List<LineageEntry> _entries = [];
    private readonly List<Node> _used = [];
    private readonly EvaluationContext _context;
    private readonly IDocumentBuilder _builder;

    public LineageRecorder(EvaluationContext context, IDocumentBuilder builder)
    {
        _context = context;
        _builder = builder;
        context.Used = _used;
    }

    public IReadOnlyList<LineageEntry> Entries => _entries;

    /// <summary>Forgets what was used: a new rule begins.</summary>
    public void Begin() => _used.Clear();

    /// <summary>The values used so far are where the variable comes from; a node that only holds others tells nothing of what is read from it later.</summary>
    public void Remember(string variable) => _context.Origins[variable] = _used.FindAll(node => !node.Value.IsNone);

    /// <summary>What was used so far is where the value of the node comes from.</summary>
    public void Note(long node, Place rule) => _entries.Add(new LineageEntry(_builder.PathOf(node), rule, Places()));

    /// <summary>A copy comes from its original.</summary>
    public void NoteCopy(long node, Place rule, Node original) => _entries.Add(new LineageEntry(_builder.PathOf(node), rule, [original.Place]));

    private Place[] Places()
    {
        // Trees that an expression computed have no place of their own.
        var places = new List<Place>(_used.Count);
        foreach (var node in _used)
        {
            if (node.Place is { Path: not null } place)
            {
                places.Add(place);
            }
        }

        return [.. places];
    }
}
