using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.Hl7v2.Schemas;

/// <summary>
/// Reads <c>structures:</c> (rows <c>name grammar</c>) and <c>events:</c> (rows <c>event; structure; profile; section; basis; action; grammar</c>).
/// </summary>
internal static class StructureRows
{
    private const int Columns = 7;

    public static Dictionary<string, Hl7Structure> Structures(SchemaFile file)
    {
        var structures = new Dictionary<string, Hl7Structure>(StringComparer.Ordinal);
        foreach (var row in file.Rows(file.Root, "structures"))
        {
            var split = row.Text.IndexOf(' ', StringComparison.Ordinal);
            var name = split < 0 ? row.Text : row.Text[..split];
            if (StructureParser.TryParse(name, row.Text.AsSpan(split + 1), out var structure, out var errorAt))
            {
                structures[name] = structure;
            }
            else
            {
                row.Report("the grammar of the structure is malformed here", split + 1 + errorAt);
            }
        }

        return structures;
    }

    public static List<Hl7Event> Events(SchemaFile file)
    {
        var events = new List<Hl7Event>();
        foreach (var row in file.Rows(file.Root, "events"))
        {
            var columns = row.Text.Split("; ", Columns);
            if (columns.Length < Columns)
            {
                row.Report("an event has a row: event; structure; profile; section; basis; action; grammar");
                continue;
            }

            Hl7Structure? structure = null;
            if (columns[6] != "-" && !StructureParser.TryParse(columns[1], columns[6], out structure, out var errorAt))
            {
                row.Report("the grammar of the event is malformed here", row.Text.Length - columns[6].Length + errorAt);
                continue;
            }

            events.Add(new Hl7Event(columns[0], Known(columns[1]), Known(columns[2]), columns[3], columns[4], columns[5], structure));
        }

        return events;
    }

    private static string? Known(string column) => column == "-" ? null : column;
}
