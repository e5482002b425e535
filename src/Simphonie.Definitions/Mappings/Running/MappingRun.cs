using System.Globalization;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Documents;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Mappings.Running;

/// <summary>What one run of a mapping works with: the context of its expressions, the builder of its output, its findings. Used by one thread, once.</summary>
internal sealed class MappingRun
{
    private readonly List<int> _ordinals = [];
    private readonly Workspace _space;
    private readonly string _mapping;
    private readonly Func<string, string> _id;

    public MappingRun(string mapping, MappingInput input, Workspace space, IDocumentBuilder builder, string targetFormat)
    {
        _mapping = mapping;
        _id = input.Id;
        _space = space;
        Builder = builder;
        TargetFormat = targetFormat;
        Lineage = input.Explain ? new LineageRecorder(Context, builder) : null;
    }

    public EvaluationContext Context => _space.Context;

    public IDocumentBuilder Builder { get; }

    /// <summary>Format of the output: a node of the same one is copied as it stands.</summary>
    public string TargetFormat { get; }

    /// <summary>Null unless lineage was asked for.</summary>
    public LineageRecorder? Lineage { get; }

    public References References { get; } = new();

    public Counters Counters { get; } = new();

    public DiagnosticBag Findings => Context.Findings;

    /// <summary>An identifier that is the same in every replay: mapping, name, and the ordinals of the enclosing repetitions.</summary>
    public string Identify(string name)
    {
        var seed = $"{_mapping}/{name}";
        foreach (var ordinal in _ordinals)
        {
            seed = string.Create(CultureInfo.InvariantCulture, $"{seed}/{ordinal}");
        }

        return _id(seed);
    }

    /// <summary>What <c>reference(name)</c> means, seen from a focus; several without one of them being the focus's own are a finding.</summary>
    public string? Resolve(string name, Node focus)
    {
        var url = References.Find(name, focus, out var ambiguous);
        if (ambiguous)
        {
            Findings.Add(MappingCodes.AmbiguousReference, Place.Whole, $"reference({name}): several were made, and none of them from the item at hand");
        }

        return url;
    }

    public void EnterLoop() => _ordinals.Add(0);

    public void NextOrdinal(int ordinal) => _ordinals[^1] = ordinal;

    public void LeaveLoop() => _ordinals.RemoveAt(_ordinals.Count - 1);

    /// <summary>An empty list that must be given back.</summary>
    public List<Item> RentItems() => _space.RentItems();

    public void Return(List<Item> list) => _space.Return(list);

    /// <summary>An empty list that must be given back.</summary>
    public List<Node> RentNodes() => _space.RentNodes();

    public void Return(List<Node> list) => _space.Return(list);
}
