using System.Globalization;
using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.FixedWidth;

/// <summary>
/// Reads <c>records:</c>, a mapping from the name of a record to its rows. A first row that does not begin with a digit is the record's label.
/// Rows of an overlay take the place of every field of the base that they touch.
/// </summary>
internal static class RecordRows
{
    public static Dictionary<string, FixedRecord> Read(SchemaFile file, IReadOnlyDictionary<string, FixedRecord>? under, IReadOnlyDictionary<string, CodeList> lists)
    {
        var records = under is null ? new(StringComparer.Ordinal) : new Dictionary<string, FixedRecord>(under, StringComparer.Ordinal);
        foreach (var (name, node) in file.Entries(file.Root, "records"))
        {
            var label = records.GetValueOrDefault(name)?.Label ?? name;
            var own = new List<FixedField>();
            foreach (var row in file.Rows(node))
            {
                if (!char.IsAsciiDigit(row.Text[0]))
                {
                    label = row.Text;
                }
                else if (FieldRows.Read(row, lists) is { } field)
                {
                    own.Add(field);
                }
            }

            List<FixedField> fields = [.. Kept(records.GetValueOrDefault(name)?.Fields ?? [], own), .. own];
            fields.Sort((left, right) => left.From.CompareTo(right.From));
            if (Gap(fields) is { } gap)
            {
                file.Report(node, string.Create(CultureInfo.InvariantCulture, $"the fields of record {name} leave a gap or overlap at {gap}"));
            }
            else
            {
                records[name] = new FixedRecord(name, label, fields);
            }
        }

        return records;
    }

    private static IEnumerable<FixedField> Kept(IReadOnlyList<FixedField> fields, List<FixedField> over) =>
        fields.Where(field => !over.Exists(one => one.From <= field.To && one.To >= field.From));

    private static int? Gap(List<FixedField> fields)
    {
        var next = 1;
        foreach (var field in fields)
        {
            if (field.From != next)
            {
                return next;
            }

            next = field.To + 1;
        }

        return null;
    }
}
