using System.Collections.Concurrent;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Mappings.Running;

/// <summary>What a run needs only while it lasts: the context of expressions and lists. Used again by later runs, one at a time; nothing of a message stays in it.</summary>
internal sealed class Workspace
{
    private static readonly ConcurrentBag<Workspace> s_free = [];

    private readonly Stack<List<Item>> _items = new();
    private readonly Stack<List<Node>> _nodes = new();

    private Workspace()
    {
    }

    public EvaluationContext Context { get; } = new();

    public static Workspace Rent() => s_free.TryTake(out var space) ? space : new Workspace();

    /// <summary>Forgets the run and gives the workspace back.</summary>
    public void Free()
    {
        Context.Focus = default;
        Context.Id = null;
        Context.Reference = null;
        Context.Ledger = null;
        Context.Used = null;
        Context.Findings = new DiagnosticBag();
        Context.Variables.Clear();
        Context.Origins.Clear();
        s_free.Add(this);
    }

    /// <summary>An empty list that must be given back.</summary>
    public List<Item> RentItems() => _items.TryPop(out var list) ? list : [];

    public void Return(List<Item> list)
    {
        list.Clear();
        _items.Push(list);
    }

    /// <summary>An empty list that must be given back.</summary>
    public List<Node> RentNodes() => _nodes.TryPop(out var list) ? list : [];

    public void Return(List<Node> list)
    {
        list.Clear();
        _nodes.Push(list);
    }
}
