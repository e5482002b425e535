using System.Collections.Frozen;
using Simphonie.Formats.SchemaFiles;

namespace Simphonie.Formats.B2.Schemas;

/// <summary>What the heads of file and lot say of the norm, and of who receives them.</summary>
/// <param name="Code">Code at 62-65 of record 000 and 79-80 of record 1.</param>
/// <param name="Version">Version of the norm at 82-87 of record 1.</param>
/// <param name="RecipientTypes">Type of recipient by the two digits of its scheme.</param>
public sealed record B2Norm(string Code, string Version, IReadOnlyDictionary<string, string> RecipientTypes)
{
    public bool IsCp => Code == "CP";

    /// <summary>Reads <c>norm:</c>, <c>norm_version:</c> and <c>recipients:</c>, rows of scheme and type; a later file takes the place of a former one.</summary>
    internal static B2Norm Read(IReadOnlyList<SchemaFile> files)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        var (code, version) = ("", "");
        foreach (var file in files)
        {
            code = file.Head("norm", required: false) is { Length: > 0 } norm ? norm : code;
            version = file.Head("norm_version", required: false) is { Length: > 0 } number ? number : version;
            foreach (var row in file.Rows(file.Root, "recipients"))
            {
                if (row.Text.Split(' ') is [{ Length: 2 } scheme, { Length: 2 } type])
                {
                    types[scheme] = type;
                }
                else
                {
                    row.Report("a recipient has a row such as: 01 CT");
                }
            }
        }

        return new(code, version, types.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
