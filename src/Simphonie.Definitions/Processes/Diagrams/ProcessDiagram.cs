using System.Globalization;
using System.Security;
using System.Text;
using Simphonie.Definitions.Processes.Model;

namespace Simphonie.Definitions.Processes.Diagrams;

/// <summary>Draws a process as SVG: states from top to bottom, ends with a double border, the labels of each arrow where it leaves.</summary>
public static class ProcessDiagram
{
    private const int Width = 170;
    private const int Height = 44;
    private const int Between = 150;
    private const int LineHeight = 13;
    private const int Margin = 40;

    public static string Draw(ProcessDefinition process)
    {
        var diagram = DiagramLayout.Of(process);
        var places = Place(diagram);
        var right = places.Values.Max(static place => place.X) + Width + Margin + Between;
        var bottom = places.Values.Max(static place => place.Y) + Height + Margin;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {right} {bottom}\" width=\"{right}\" height=\"{bottom}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{Text($"{process.Name}@{process.Version}")}</title>\n<desc>{Text(process.Description ?? "")}</desc>\n");
        svg.Append("<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" fill=\"#456\"/></marker></defs>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{right}\" height=\"{bottom}\" fill=\"#fff\"/>\n");
        foreach (var arrow in diagram.Arrows)
        {
            Draw(arrow, places[arrow.From], places[arrow.To], svg);
        }

        foreach (var state in diagram.Layers.SelectMany(static layer => layer))
        {
            Draw(state, places[state.Name], svg);
        }

        // Labels come last, so that no line crosses them out.
        foreach (var from in diagram.Arrows.GroupBy(static arrow => arrow.From, StringComparer.Ordinal))
        {
            Label([.. from], places[from.Key], svg);
        }

        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>A layer begins below the longest list of labels of the one before it.</summary>
    private static Dictionary<string, Spot> Place(Diagram diagram)
    {
        var places = new Dictionary<string, Spot>(StringComparer.Ordinal);
        var widest = diagram.Layers.Max(static layer => layer.Count);
        var y = Margin;
        foreach (var layer in diagram.Layers)
        {
            var indent = (widest - layer.Count) * (Width + Between) / 2;
            for (var i = 0; i < layer.Count; i++)
            {
                places[layer[i].Name] = new(Margin + indent + (i * (Width + Between)), y);
            }

            var lines = layer.Max(state => diagram.Arrows.Where(arrow => arrow.From == state.Name).Sum(static arrow => arrow.Labels.Count));
            y += Height + 50 + (lines * LineHeight);
        }

        return places;
    }

    private static void Draw(ProcessState state, Spot at, StringBuilder svg)
    {
        var fill = state.First ? "#dff0ff" : state.End is null ? "#f6f8fa" : "#e7f5e4";
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{at.X}\" y=\"{at.Y}\" width=\"{Width}\" height=\"{Height}\" rx=\"8\" fill=\"{fill}\" stroke=\"#456\"/>\n");
        if (state.End is not null)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{at.X + 3}\" y=\"{at.Y + 3}\" width=\"{Width - 6}\" height=\"{Height - 6}\" rx=\"6\" fill=\"none\" stroke=\"#456\"/>\n");
        }

        var middle = at.X + (Width / 2);
        var under = state.End is { } end && end != state.Name ? end : null;
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{middle}\" y=\"{at.Y + (under is null ? 27 : 21)}\" text-anchor=\"middle\" font-weight=\"bold\">{Text(state.Name)}</text>\n");
        if (under is not null)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{middle}\" y=\"{at.Y + 35}\" text-anchor=\"middle\" font-size=\"10\">{Text(under)}</text>\n");
        }
    }

    private static void Draw(DiagramArrow arrow, Spot from, Spot to, StringBuilder svg)
    {
        if (arrow.From == arrow.To)
        {
            var x = from.X + Width;
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x} {from.Y + 12} c26 -6 26 26 0 20\" fill=\"none\" stroke=\"#456\" marker-end=\"url(#arrow)\"/>\n");
            return;
        }

        var (start, end) = (from.X + (Width / 2), to.X + (Width / 2));
        if (to.Y > from.Y)
        {
            var (top, bottom) = (from.Y + Height, to.Y);
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{start} {top} C{start} {(top + bottom) / 2} {end} {(top + bottom) / 2} {end} {bottom}\" fill=\"none\" stroke=\"#456\" marker-end=\"url(#arrow)\"/>\n");
            return;
        }

        // Back or beside: along the right side, dashed, so that it is told from the way forward.
        var (side, target) = (from.X + Width, to.X + Width);
        var bend = Math.Max(side, target) + 30 + (Math.Abs(from.Y - to.Y) / 12);
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{side} {from.Y + 30} C{bend} {from.Y + 30} {bend} {to.Y + 30} {target} {to.Y + 34}\" fill=\"none\" stroke=\"#89a\" stroke-dasharray=\"4 3\" marker-end=\"url(#arrow)\"/>\n");
    }

    private static void Label(IReadOnlyList<DiagramArrow> arrows, Spot from, StringBuilder svg)
    {
        var y = from.Y + Height + 16;
        foreach (var arrow in arrows)
        {
            foreach (var label in arrow.Labels)
            {
                var to = arrow.From == arrow.To ? "↺" : "→ " + arrow.To;
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{from.X + 4}\" y=\"{y}\" font-size=\"10\" fill=\"#234\" stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\">{Text(Short(label))} {Text(to)}</text>\n");
                y += LineHeight;
            }
        }
    }

    private static string Short(string label) => label.Length <= 44 ? label : label[..43] + "…";

    private static string Text(string text) => SecurityElement.Escape(text);

    private readonly record struct Spot(int X, int Y);
}
