using Simphonie.Definitions.Processes.Model;

namespace Simphonie.Definitions.Processes.Diagrams;

/// <summary>
/// Places the states of a process: in layers by how far they are from the first state, within a layer in the order that crosses least with the one before.
/// The same process gives the same picture.
/// </summary>
internal static class DiagramLayout
{
    private const int Sweeps = 8;

    public static Diagram Of(ProcessDefinition process)
    {
        var arrows = Arrows(process);
        var layers = Layers(process, arrows);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            Order(layers, arrows, downward: sweep % 2 == 0);
        }

        return new(layers, arrows);
    }

    /// <summary>One arrow for each pair of states, with everything that leads along it.</summary>
    private static List<DiagramArrow> Arrows(ProcessDefinition process)
    {
        var arrows = new List<DiagramArrow>();
        foreach (var state in process.States)
        {
            foreach (var (transition, label) in state.On.Select(static on => ((Transition)on, on.Event)).Concat(state.At.Select(static at => ((Transition)at, "⏱ " + at.Due.Text))))
            {
                var to = transition.To ?? state.Name;
                if (arrows.Find(arrow => arrow.From == state.Name && arrow.To == to) is not { } arrow)
                {
                    arrows.Add(arrow = new(state.Name, to));
                }

                if (!arrow.Labels.Contains(label, StringComparer.Ordinal))
                {
                    arrow.Labels.Add(label);
                }
            }
        }

        return arrows;
    }

    private static List<List<ProcessState>> Layers(ProcessDefinition process, List<DiagramArrow> arrows)
    {
        var depth = new Dictionary<string, int>(StringComparer.Ordinal) { [process.First.Name] = 0 };
        var waiting = new Queue<string>(depth.Keys);
        while (waiting.TryDequeue(out var name))
        {
            foreach (var arrow in arrows.Where(arrow => arrow.From == name))
            {
                if (depth.TryAdd(arrow.To, depth[name] + 1))
                {
                    waiting.Enqueue(arrow.To);
                }
            }
        }

        return [.. process.States.Where(state => depth.ContainsKey(state.Name)).GroupBy(state => depth[state.Name]).OrderBy(static layer => layer.Key).Select(static layer => layer.ToList())];
    }

    /// <summary>Sorts each layer by the middle of its neighbours in the layer before it.</summary>
    private static void Order(List<List<ProcessState>> layers, List<DiagramArrow> arrows, bool downward)
    {
        for (var i = 1; i < layers.Count; i++)
        {
            var layer = downward ? layers[i] : layers[^(i + 1)];
            var fixedLayer = downward ? layers[i - 1] : layers[^i];
            var middles = layer.ToDictionary(static state => state.Name, state => Middle(state.Name, fixedLayer, arrows) ?? layer.IndexOf(state), StringComparer.Ordinal);
            var sorted = layer.OrderBy(state => middles[state.Name]).ToList();
            layer.Clear();
            layer.AddRange(sorted);
        }
    }

    private static double? Middle(string state, List<ProcessState> layer, List<DiagramArrow> arrows)
    {
        var places = new List<int>();
        for (var i = 0; i < layer.Count; i++)
        {
            if (arrows.Exists(arrow => (arrow.From == state && arrow.To == layer[i].Name) || (arrow.To == state && arrow.From == layer[i].Name)))
            {
                places.Add(i);
            }
        }

        return places.Count == 0 ? null : places.Average();
    }
}

/// <summary>States by layer, and arrows between them.</summary>
internal sealed record Diagram(IReadOnlyList<IReadOnlyList<ProcessState>> Layers, IReadOnlyList<DiagramArrow> Arrows);

/// <summary>An arrow with its labels.</summary>
internal sealed record DiagramArrow(string From, string To)
{
    public List<string> Labels { get; } = [];
}
