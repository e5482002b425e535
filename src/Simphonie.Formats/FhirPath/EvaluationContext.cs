using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;

namespace Simphonie.Formats.FhirPath;

/// <summary>What an expression is evaluated over. One per evaluation thread; cheap to make, cheaper to use again.</summary>
public sealed class EvaluationContext
{
    private readonly Dictionary<string, IReadOnlyList<Item>> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Node>> _origins = new(StringComparer.Ordinal);

    /// <summary>The focus (<c>$this</c> at the outside); for HL7 v2 the root of the message or the repetition being mapped.</summary>
    public Node Focus { get; set; }

    /// <summary>The recorded time of the handling: <c>%now</c>, and what <c>now()</c> gives.</summary>
    public DateTimeOffset Now { get; set; }

    /// <summary>Derives a stable identifier: <c>id('name')</c>. Null outside of mappings.</summary>
    public Func<string, string>? Id { get; set; }

    /// <summary>Code tables by name, for <c>table('name')</c>.</summary>
    public IReadOnlyDictionary<string, CodeTable> Tables { get; set; } = new Dictionary<string, CodeTable>(StringComparer.Ordinal);

    /// <summary>Reads the ledger for <c>ledger(kind, key)</c>; recorded with the stage, so that a replay sees the same. Null where there is none.</summary>
    public Func<string, string, string?>? Ledger { get; set; }

    /// <summary>Reads the state of a case for <c>caseState(process, key)</c>; recorded with the stage. Null outside of the steps of a route.</summary>
    public Func<string, string, string?>? CaseState { get; set; }

    /// <summary>
    /// Finds what the mapping made under a name, seen from the item being mapped (the innermost node under the loop): the text of
    /// <c>Reference.reference</c>, null when nothing was made. Null outside of mappings.
    /// </summary>
    public Func<string, Node, string?>? Reference { get; set; }

    /// <summary>Turns an identity into one that only this hub can link: <c>pseudonym(x)</c>. Null where the hub has no key.</summary>
    public Func<string, string>? Pseudonym { get; set; }

    /// <summary>Where findings of evaluation go.</summary>
    public DiagnosticBag Findings { get; set; } = new();

    /// <summary>When set, every node whose value the evaluation used is added, once: lineage. Conditions of <c>where</c> and <c>iif</c> choose values and are not part of it.</summary>
    public List<Node>? Used { get; set; }

    /// <summary>Document variables and <c>let</c> names: <c>%message</c>, <c>%answer</c>, <c>%careDate</c>.</summary>
    public IDictionary<string, IReadOnlyList<Item>> Variables => _variables;

    /// <summary>Nodes that the value of a variable came from; they count as used when the variable is.</summary>
    public IDictionary<string, IReadOnlyList<Node>> Origins => _origins;

    internal ListPool<Item> Items { get; } = new();

    internal ListPool<Node> Nodes { get; } = new();

    /// <summary>Notes that the value of a node was used.</summary>
    internal void Use(Node node)
    {
        if (Used is { } used && !used.Contains(node))
        {
            used.Add(node);
        }
    }
}

/// <summary>A code table: exact codes, and what every other code becomes (null: a finding).</summary>
public sealed record CodeTable(string Name, IReadOnlyDictionary<string, string> Codes, string? Else);
