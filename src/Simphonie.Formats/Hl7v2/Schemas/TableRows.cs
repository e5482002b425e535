using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.Hl7v2.Schemas;

/// <summary>
/// Reads tables: <c>codes:</c> holds those of HL7 (rows <c>id;title;code;code</c>), <c>tables:</c> those of a profile
/// (rows <c>code; status; section; label</c>).
/// </summary>
internal static class TableRows
{
    public static Dictionary<string, Hl7Table> Read(SchemaFile file)
    {
        var tables = new Dictionary<string, Hl7Table>(StringComparer.Ordinal);
        foreach (var row in file.Rows(file.Root, "codes"))
        {
            if (row.Text.Split(';') is [var id, var title, .. var codes])
            {
                tables[id] = new Hl7Table(id, title, [], codes);
            }
            else
            {
                row.Report("a table of HL7 has a row: id;title;code;code");
            }
        }

        foreach (var (id, node) in file.Entries(file.Root, "tables"))
        {
            tables[id] = new Hl7Table(id, "", Codes(file.Rows(node)), []);
        }

        return tables;
    }

    private static List<Hl7Code> Codes(IEnumerable<SchemaRow> rows)
    {
        var codes = new List<Hl7Code>();
        foreach (var row in rows)
        {
            if (row.Text.Split("; ", 4) is [var code, ("FR" or "HL7" or "IHE" or "user" or "-") and var status, var section, var label])
            {
                codes.Add(new Hl7Code(code, label, status, section));
            }
            else
            {
                row.Report("a code has a row: code; status (FR, HL7, IHE, user or -); section; label");
            }
        }

        return codes;
    }
}
