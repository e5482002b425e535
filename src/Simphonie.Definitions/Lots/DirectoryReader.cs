using System.Text;
using Simphonie.Core.Diagnostics;
using Simphonie.Core.Lots;

namespace Simphonie.Definitions.Lots;

/// <summary>
/// Reads the directory of recipients: UTF-8, a head line, one row a line, <c>;</c> between fields, <c>#</c> before remarks.
/// Columns: <c>regime;caisse;centre;regime_destinataire;organisme;centre_informatique;adresse</c>.
/// </summary>
internal static class DirectoryReader
{
    private static readonly string[] s_columns = ["regime", "caisse", "centre", "regime_destinataire", "organisme", "centre_informatique", "adresse"];
    private static readonly int[] s_digits = [2, 3, 4, 2, 3, 3];
    private static readonly bool[] s_optional = [false, true, true, false, false, false];

    public static IReadOnlyList<DirectoryRow> Read(string path, byte[] bytes, DiagnosticBag findings)
    {
        var rows = new List<DirectoryRow>();
        var seen = new Dictionary<(string, string, string), int>();
        var lines = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split('\n');
        var head = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var fields = line.Split(';');
            if (!head)
            {
                head = true;
                if (!fields.SequenceEqual(s_columns, StringComparer.Ordinal))
                {
                    findings.Add(LotDefinitionCodes.DirectoryHead, Place.InFile(path, i + 1, 1), $"the head line must be '{string.Join(';', s_columns)}'.");
                    return rows;
                }
            }
            else if (Row(path, i + 1, fields, findings) is { } row)
            {
                if (seen.TryGetValue((row.Scheme, row.Fund, row.Centre), out var first))
                {
                    findings.Add(LotDefinitionCodes.AttachmentTwice, Place.InFile(path, i + 1, 1), $"line {first} has the same scheme, caisse and centre already.");
                }
                else
                {
                    seen.Add((row.Scheme, row.Fund, row.Centre), i + 1);
                    rows.Add(row);
                }
            }
        }

        return rows;
    }

    private static DirectoryRow? Row(string path, int line, string[] fields, DiagnosticBag findings)
    {
        if (fields.Length != s_columns.Length)
        {
            findings.Add(LotDefinitionCodes.DirectoryRow, Place.InFile(path, line, 1), $"a row has {s_columns.Length} fields, this one has {fields.Length}.");
            return null;
        }

        var column = 1;
        var good = true;
        for (var i = 0; i < s_digits.Length; i++)
        {
            var field = fields[i];
            if (!(field.Length == 0 && s_optional[i]) && (field.Length != s_digits[i] || !field.All(char.IsAsciiDigit)))
            {
                findings.Add(LotDefinitionCodes.DirectoryRow, Place.InFile(path, line, column), $"'{s_columns[i]}' has {s_digits[i]} digits{(s_optional[i] ? " or is empty" : "")}.");
                good = false;
            }

            column += field.Length + 1;
        }

        return good
            ? new(fields[0], fields[1], fields[2], new(fields[3] + fields[4], fields[3], fields[4], fields[5], fields[6].Length == 0 ? null : fields[6]))
            : null;
    }
}
