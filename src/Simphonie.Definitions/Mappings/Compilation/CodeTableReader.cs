using Simphonie.Core.Declarations;
using Simphonie.Core.Diagnostics;
using Simphonie.Formats.FhirPath;

namespace Simphonie.Definitions.Mappings.Compilation;

/// <summary>
/// Reads a code table: a map of code and value, or lines of <c>code;value</c> in a text block (as a spreadsheet exports them).
/// <c>else</c> is the value of every other code; without it another code is a finding when the table is used.
/// </summary>
public static class CodeTableReader
{
    private const string Else = "else";

    /// <summary>Null with a finding when it is neither.</summary>
    public static CodeTable? Read(string name, Setting setting, DiagnosticBag findings) => setting switch
    {
        Setting.Map map => FromMap(name, map, findings),
        Setting.Scalar scalar => FromLines(name, scalar, findings),
        _ => Bad(setting.Place, $"table '{name}' is neither a map of codes nor lines of code;value", findings),
    };

    private static CodeTable? FromMap(string name, Setting.Map map, DiagnosticBag findings)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        string? other = null;
        foreach (var (code, value) in map.Entries)
        {
            if (value is not Setting.Scalar scalar)
            {
                return Bad(value.Place, $"a code of table '{name}' needs one value", findings);
            }

            if (string.Equals(code, Else, StringComparison.Ordinal))
            {
                other = scalar.Text;
            }
            else
            {
                codes[code] = scalar.Text;
            }
        }

        return new CodeTable(name, codes, other);
    }

    private static CodeTable? FromLines(string name, Setting.Scalar text, DiagnosticBag findings)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        string? other = null;
        foreach (var line in text.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(';', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2)
            {
                return Bad(text.Place, $"a line of table '{name}' has no ';' between code and value", findings);
            }

            if (string.Equals(parts[0], Else, StringComparison.Ordinal))
            {
                other = parts[1];
            }
            else if (!codes.TryAdd(parts[0], parts[1]))
            {
                return Bad(text.Place, $"table '{name}' has a code twice", findings);
            }
        }

        return new CodeTable(name, codes, other);
    }

    private static CodeTable? Bad(Place place, string text, DiagnosticBag findings)
    {
        findings.Add(MappingCodes.BadTable, place, text);
        return null;
    }
}
