using System.Text;
using Simphonie.Core.Declarations;
using Simphonie.Formats.FhirPath;
using Simphonie.Formats.FhirPath.Functions;

namespace Simphonie.Definitions.Mappings;

/// <summary>Writes the reference page of the mapping language, <c>mappings/README.md</c>, from the declarations that the compiler itself reads.</summary>
public static class MappingReference
{
    private static readonly (FunctionSet Set, string Title)[] s_sets =
    [
        (FunctionSet.Standard, "Functions of FHIRPath"),
        (FunctionSet.Fhir, "Functions of FHIR"),
        (FunctionSet.Hub, "Functions of the hub"),
        (FunctionSet.Mapping, "Functions of mappings"),
    ];

    /// <summary>The whole page, ending in a line feed.</summary>
    public static string Write()
    {
        var page = new StringBuilder();
        page.Append(MappingReferenceText.Introduction);
        Fields(page, "Keys of a mapping", MappingFields.Head);
        Fields(page, "Keys of a requirement", MappingFields.Requirement);
        page.Append(MappingReferenceText.Rules);
        Fields(page, "Keys of a rule", MappingFields.Rule);
        Fields(page, "Keys of a change", MappingFields.Change);
        Fields(page, "Keys of a fragment", MappingFields.Fragment);
        page.Append(MappingReferenceText.Expressions);
        foreach (var (set, title) in s_sets)
        {
            Functions(page, title, [.. FunctionCatalog.All.Where(function => function.Set == set)]);
        }

        page.Append("\n## What of FHIRPath is left out\n\n");
        foreach (var omission in FhirPathOmissions.All)
        {
            page.Append("- ").Append(omission.What).Append(": ").Append(omission.Why).Append('\n');
        }

        return page.ToString();
    }

    private static void Fields(StringBuilder page, string title, IReadOnlyList<FieldDeclaration> fields)
    {
        page.Append("\n### ").Append(title).Append("\n\n| key | | what it is | example |\n| --- | --- | --- | --- |\n");
        foreach (var field in fields)
        {
            page.Append("| `").Append(field.Name).Append("` | ").Append(field.Required ? "required" : "").Append(" | ")
                .Append(Cell(field.Description)).Append(" | ").Append(field.Example is { } example ? Code(example) : "").Append(" |\n");
        }
    }

    private static void Functions(StringBuilder page, string title, IReadOnlyList<FunctionDeclaration> functions)
    {
        page.Append("\n### ").Append(title).Append("\n\n| function | what it does | example |\n| --- | --- | --- |\n");
        foreach (var function in functions)
        {
            page.Append("| ").Append(Code(function.Signature)).Append(" | ").Append(Cell(function.Description)).Append(" | ").Append(Code(function.Example)).Append(" |\n");
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Code(string text) => $"`{Cell(text)}`";
}
