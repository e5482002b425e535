using System.Globalization;
using System.Text;
using Simphonie.Formats.FixedWidth;

namespace Simphonie.Cli.Commands.Formats.Views;

/// <summary>Draws a record of fixed positions under a ruler, then its fields with positions, names, values and labels of codes.</summary>
internal static class RecordRuler
{
    private const int Width = 64;

    public static IReadOnlyList<string> Draw(FixedRecord? layout, ReadOnlySpan<byte> record)
    {
        var lines = new List<string> { layout is null ? "?" : $"{layout.Name} {layout.Label}", "" };
        var text = Encoding.Latin1.GetString(record);
        var marks = Marks(layout, text.Length);
        for (var start = 0; start < text.Length; start += Width)
        {
            lines.Add(Tens(start, Math.Min(Width, text.Length - start)));
            lines.Add(Ones(start, Math.Min(Width, text.Length - start)));
            lines.Add(text.Substring(start, Math.Min(Width, text.Length - start)));
            lines.Add(marks.Substring(start, Math.Min(Width, text.Length - start)));
        }

        lines.Add("");
        lines.AddRange(layout is null ? [] : Fields(layout, text));
        return lines;
    }

    /// <summary>Where each field begins and ends: <c>[--]</c>, a single character <c>|</c>, dots for what is left blank.</summary>
    private static string Marks(FixedRecord? layout, int length)
    {
        var marks = new string(' ', Math.Max(length, layout?.Length ?? 0)).ToCharArray();
        foreach (var field in layout?.Fields ?? [])
        {
            marks.AsSpan(field.Start, field.Length).Fill(field.IsFiller ? '.' : '-');
            if (!field.IsFiller)
            {
                marks[field.Start] = field.Length == 1 ? '|' : '[';
                marks[field.To - 1] = field.Length == 1 ? '|' : ']';
            }
        }

        return new string(marks, 0, length);
    }

    /// <summary>The tens of each tenth position; a position counts from 1.</summary>
    private static string Tens(int start, int count)
    {
        var line = new StringBuilder();
        for (var at = start + 1; at <= start + count; at++)
        {
            if (at % 10 == 0)
            {
                var tens = (at / 10).ToString(CultureInfo.InvariantCulture);
                line.Length = Math.Max(line.Length - tens.Length + 1, 0);
                line.Append(tens);
            }
            else
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    private static string Ones(int start, int count) => string.Concat(Enumerable.Range(start + 1, count).Select(at => (char)('0' + (at % 10))));

    private static IEnumerable<string> Fields(FixedRecord layout, string text)
    {
        var names = layout.Fields.Max(field => field.Name.Length);
        var values = Math.Min(layout.Fields.Max(field => field.Length), Width / 2);
        foreach (var field in layout.Fields.Where(field => !field.IsFiller))
        {
            var value = field.Start >= text.Length ? "" : text[field.Start..Math.Min(field.To, text.Length)];
            var positions = field.From == field.To ? $"{field.From}" : string.Create(CultureInfo.InvariantCulture, $"{field.From}-{field.To}");
            var code = field.Codes?.LabelOf(value) is { } label ? $" = {label}" : "";
            yield return $"{positions,-8} {field.Name.PadRight(names)} {value.PadRight(values)} {field.Label}{code}";
        }
    }
}
