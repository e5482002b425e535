using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.FixedWidth;

/// <summary>
/// Reads <c>codes:</c>, a mapping from the name of a list to its rows <c>CODE label</c>. The code <c>blank</c> stands for spaces;
/// a row <c>open</c> says that the list is not complete.
/// </summary>
internal static class CodeRows
{
    public static Dictionary<string, CodeList> Read(SchemaFile file, IReadOnlyDictionary<string, CodeList>? under)
    {
        var lists = under is null ? new(StringComparer.Ordinal) : new Dictionary<string, CodeList>(under, StringComparer.Ordinal);
        foreach (var (name, node) in file.Entries(file.Root, "codes"))
        {
            var open = false;
            var codes = new List<KeyValuePair<string, string>>();
            foreach (var row in file.Rows(node))
            {
                var columns = row.Text.Split(' ', 2);
                if (row.Text == "open")
                {
                    open = true;
                }
                else if (columns.Length == 2 && columns[0].Length <= CodeList.MaxLength)
                {
                    codes.Add(new(columns[0] == "blank" ? "" : columns[0], columns[1]));
                }
                else
                {
                    row.Report("a code has a row: CODE label, with at most 8 characters of code");
                }
            }

            lists[name] = new CodeList(name, open, codes);
        }

        return lists;
    }
}
